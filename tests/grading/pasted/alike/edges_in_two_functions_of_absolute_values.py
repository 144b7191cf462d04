# problem: sobel
# expect: fail
# says: Your code returns |gx| + |gy|
# not: gx alone
def gradients(img):
    p = np.pad(img.astype(float), 1, mode="symmetric")
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    H, W = img.shape
    gx = sum(kx[i, j] * p[i:i + H, j:j + W] for i in range(3) for j in range(3))
    gy = sum(kx.T[i, j] * p[i:i + H, j:j + W] for i in range(3) for j in range(3))
    return gx, gy

def magnitude(gx, gy):
    return np.abs(gx) + np.abs(gy)
