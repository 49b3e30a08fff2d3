"""The parts of the page that shows a report: plain values made in Python, which the template only prints."""
