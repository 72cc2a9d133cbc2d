// Loaded into the program by LD_PRELOAD; there is nothing to call. See faults.c.
