# problem: bucket-aspect-ratio
# says: each entry of your buckets is made an object of Bucket
class Bucket(NamedTuple):
    width: int
    height: int

    @property
    def aspect(self):
        return self.width / self.height

def nearest_bucket(width, height, buckets):
    ratio = width / height
    best, nearest = 0, float("inf")
    for i, bucket in enumerate(buckets):
        distance = abs(math.log(bucket.aspect) - math.log(ratio))
        if distance < nearest:
            best, nearest = i, distance
    return best
