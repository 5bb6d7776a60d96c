"""Games in play: the only holders of true state, of luck and of agents."""
