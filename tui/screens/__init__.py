"""The screens of the app, one idea a file."""
