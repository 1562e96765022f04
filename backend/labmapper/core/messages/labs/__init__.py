"""Messages about what is drawn or described: names, addresses, copies, pods, passwords, connections and tokens."""
