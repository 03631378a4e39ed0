"""What follows a case (办件之后): its invitation to rate, its archive, the one line of its times.

Cases, ratings and tickets know nothing of each other; here they meet, for the desk, the portal and the round.
"""
