"""What a text says: pure functions, text in, spans out. No database, file, screen or clock."""
