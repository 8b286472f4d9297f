"""What a person does with a register: a use case is a method is a transaction."""
