"""What answers queries on tables, exactly: the interface, and the embedded engine behind it."""
