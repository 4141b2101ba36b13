"""What the terminal shows: the `onrecord` command, screens, widgets, keys and clipboard."""
