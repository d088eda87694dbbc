"""The window: Qt, and nothing but Qt. Screens see services and frozen records, never rows or sessions."""
