"""Registers (登记表): lists of records that people fill in, and what may stand in their columns."""

from kaocheng.kernel.registers.definitions import Column, Register, registers
from kaocheng.kernel.registers.listings import Listing, listing_of

__all__ = ["Column", "Listing", "Register", "listing_of", "registers"]
