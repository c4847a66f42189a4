"""What the monitoring is made of: indicators, values with their signs and times, and what is derived from them."""
