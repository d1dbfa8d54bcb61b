"""Of `graph/server/`. The local server's jars, folder and settings, without starting one."""
