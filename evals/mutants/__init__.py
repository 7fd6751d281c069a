"""Statements made from the register, true and false: is any false figure called supported?"""
