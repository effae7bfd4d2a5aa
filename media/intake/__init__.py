"""What happens to an upload before it is accepted: looked at, cleaned and written anew, in a process of its own."""
