# slip: window-of-seven
import numpy as np
def mscn(img, sigma=7/6, c=1.0):
    im = img.astype(float); r = 3
    k = np.exp(-np.arange(-r,r+1)**2/(2*sigma**2)); k/=k.sum()
    def blur(a):
        p = np.pad(a, r, mode='symmetric')
        p = sum(k[i]*p[i:i+a.shape[0]] for i in range(2*r+1))
        return sum(k[i]*p[:, i:i+a.shape[1]] for i in range(2*r+1))
    mu = blur(im)
    return (im-mu)/(np.sqrt(np.maximum(blur(im**2)-mu**2, 0))+c)
