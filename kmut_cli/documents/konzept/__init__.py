"""What Handlungskonzept and report share: answers, states, fields of action."""
