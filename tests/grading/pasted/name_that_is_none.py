# problem: relu
# expect: error
# says: what is called there is None, and no function
relu = None
