"""The forms that newsrooms exchange news in, as frozen values that exporters write and readers read."""
