"""Answering many at once: other processes that answer, and the answers that are kept.

    shared.SharedAssistant(assistant, pool)    answers as the assistant does, by whoever is free
    pool.Pool(opener, count, texts)            the processes; `start` begins them, one by one
    count.fitting(wanted, cores, free_bytes)   how many processes suit a machine

One process of Python computes on one core, however many threads ask it. The processes here each
open the same index; what one of them loses by dying is answered where it was asked. Nothing is
imported here: a worker begins with this package.

What this package does not know: how an answer is found, or who asks.
"""
