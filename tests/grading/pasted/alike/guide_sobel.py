# problem: sobel
def sobel(img):
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.float64)
    ky = kx.T
    p = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")
    H, W = img.shape
    gx, gy = np.zeros((H, W)), np.zeros((H, W))
    for i in range(3):
        for j in range(3):
            gx += kx[i, j] * p[i:i + H, j:j + W]
            gy += ky[i, j] * p[i:i + H, j:j + W]
    return np.sqrt(gx ** 2 + gy ** 2)

img = cv2.imread("lena.png", 0)
plt.imshow(sobel(img), cmap="gray"); plt.show()
