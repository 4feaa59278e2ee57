"""What was read, tied together: parties, statements with their chains, figures with what they count."""
