"""A road between two network namespaces, with packets that are late and packets that are lost.

Runs as root in the namespace of the client. It opens a TUN device there and another one in a new namespace, and carries
packets from one to the other: late by a delay and a jitter, in order, at a rate, and some not at all. A second pair of
devices (veth) is a clear way between the two. Everything is gone when this process is.

stdin: lines of JSON, each a shape {"up": {...}, "down": {...}}, {"stallMs": N} which holds all packets for a while, or
{"outageMs": N} which loses them; its end ends this process
stdout: one line when the road is open, the congestion control of TCP at the server
"""
import ctypes
import fcntl
import heapq
import json
import os
import random
import selectors
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
CLONE_NEWNET = 0x40000000
# Below the usual 1500, as on most real paths: what is lost is one segment, never two in one packet.
MTU = 1400
# Bytes that pass at once after a pause, as in way.ts.
BURST = 14_600


def run(*command):
    subprocess.run(command, check=True)


def open_tun(name, address, peer):
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    run("ip", "address", "add", address, "peer", peer, "dev", name)
    run("ip", "link", "set", name, "mtu", str(MTU), "up")
    return tun


def pin_congestion_control():
    """Figures are comparable with one algorithm only; cubic is Linux's usual one. Returns the one that is in force."""
    path = "/proc/sys/net/ipv4/tcp_congestion_control"
    try:
        with open(path, "w") as setting:
            setting.write("cubic")
    except PermissionError:
        pass  # This kernel keeps cubic from namespaces; its own default stays.
    with open(path) as setting:
        return setting.read().strip()


class Way:
    """One direction: takes packets from one device, gives them to the other."""

    def __init__(self, source, sink, chance):
        self.source, self.sink, self.chance = source, sink, chance
        self.shape = {"delayMs": 0, "jitterMs": 0, "rate": None, "queue": None, "loss": 0}
        self.waiting, self.count = [], 0
        self.free_at = self.last = 0.0
        self.out_until = 0.0
        self.lost = 0

    def take(self, now):
        while True:
            try:
                packet = os.read(self.source, 65536)
            except BlockingIOError:
                return
            self.carry(packet, now)

    def carry(self, packet, now):
        shape, leaves = self.shape, now
        if now < self.out_until or self.chance.random() < shape["loss"]:
            self.lost += 1
            return
        if shape["rate"] is not None:
            free_at = max(self.free_at, now - BURST / shape["rate"]) + len(packet) / shape["rate"]
            if shape["queue"] is not None and (free_at - now) * shape["rate"] > shape["queue"]:
                self.lost += 1
                return
            self.free_at = free_at
            leaves = max(now, free_at)
        late = shape["delayMs"] + self.chance.random() * shape["jitterMs"]
        self.last = max(self.last, leaves + late / 1000)
        self.count += 1
        heapq.heappush(self.waiting, (self.last, self.count, packet))

    def deliver(self, now):
        while self.waiting and self.waiting[0][0] <= now:
            packet = heapq.heappop(self.waiting)[2]
            try:
                os.write(self.sink, packet)
            except BlockingIOError:
                self.lost += 1


def main():
    seed, client, server, clear_client, clear_server = sys.argv[1:]
    libc = ctypes.CDLL(None, use_errno=True)
    pin_congestion_control()
    near = open_tun("road", client, server)
    if libc.unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    congestion = pin_congestion_control()
    run("ip", "link", "set", "lo", "up")
    far = open_tun("road", server, client)
    # Both ends of the clear way; the first one goes to where this process came from.
    run("ip", "link", "add", "clear", "type", "veth", "peer", "name", "near")
    run("ip", "link", "set", "near", "netns", str(os.getppid()))
    run("ip", "address", "add", clear_server, "peer", clear_client, "dev", "clear")
    run("ip", "link", "set", "clear", "up")

    chance = random.Random(int(seed))
    up, down = Way(near, far, chance), Way(far, near, chance)
    os.set_blocking(0, False)
    selector = selectors.DefaultSelector()
    for file in (near, far, 0):
        selector.register(file, selectors.EVENT_READ)
    held_until, heard = 0.0, b""
    print(congestion, flush=True)
    while True:
        now = time.monotonic()
        due = min((way.waiting[0][0] for way in (up, down) if way.waiting), default=now + 1)
        ready = [key.fileobj for key, _ in selector.select(max(0.0, max(due, held_until) - now))]
        now = time.monotonic()
        if near in ready:
            up.take(now)
        if far in ready:
            down.take(now)
        if now >= held_until:
            up.deliver(now)
            down.deliver(now)
        if 0 not in ready:
            continue
        said = os.read(0, 65536)
        if not said:
            return
        *orders, heard = (heard + said).split(b"\n")
        for order in map(json.loads, orders):
            if "stallMs" in order:
                held_until = max(held_until, now + order["stallMs"] / 1000)
            elif "outageMs" in order:
                up.out_until = down.out_until = now + order["outageMs"] / 1000
            else:
                up.shape, down.shape = order["up"], order["down"]


main()
