"""What a supervisor looks after: what is due, who has how much, what is to be sent, and how a month went."""
