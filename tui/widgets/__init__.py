"""The widgets of the app, one idea a file."""
