"""The log of appointments and events: reading calendars and tables, joining them with what is there, listing."""
