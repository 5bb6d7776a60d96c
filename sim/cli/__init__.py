"""The command. Each subcommand stands in a file of its own and is imported only when it is called."""
