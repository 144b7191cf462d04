# slip: peak-of-1000
def pq_encode(nits):
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    y = (nits / 1000.0) ** m1
    return ((c1 + c2 * y) / (1 + c3 * y)) ** m2
