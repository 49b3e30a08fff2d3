"""What earlier runs found, kept outside the project, and used only while all that it rests on is the same."""
