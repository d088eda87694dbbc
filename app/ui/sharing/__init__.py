"""What people see of the shared side: the indicator and its panel, fields with two values, the administrator's page."""
