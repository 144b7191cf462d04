# slip: border-left-zero
import numpy as np
def sobel(img):
    H, W = img.shape; out = np.zeros((H, W)); a = img.astype(float)
    K = np.array([[-1,0,1],[-2,0,2],[-1,0,1]])
    for i in range(1, H-1):
        for j in range(1, W-1):
            w = a[i-1:i+2, j-1:j+2]
            out[i, j] = np.hypot((w*K).sum(), (w*K.T).sum())
    return out
