"""Brings a newer state of a lab's file into the drawing that somebody has made of an earlier one."""
