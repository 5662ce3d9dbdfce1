"""Plays a while with python3-websockets: client.py ENDPOINT PROTOCOL SECONDS. Prints what it saw as JSON."""

import asyncio
import json
import sys
import urllib.request

import websockets

JOIN = 10
PATCH = 15
INPUT_HZ = 60


def reserve(endpoint, protocol):
    body = json.dumps({"name": "Python", "protocol": protocol}).encode()
    request = urllib.request.Request(
        f"{endpoint}/matchmake/joinOrCreate/arena", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        seat = json.load(answer)
    host = endpoint.replace("http", "ws", 1)
    return f"{host}/{seat['processId']}/{seat['roomId']}?sessionId={seat['sessionId']}"


async def count_patches(socket, seen):
    async for message in socket:
        if message[0] & 0x1F == PATCH:
            seen["patches"] += 1


async def send_inputs(socket, seen, seconds):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for tick in range(int(seconds * INPUT_HZ)):
        # Left and right, a second each.
        await socket.send(bytes([0x13, 0x80, 1 if tick // INPUT_HZ % 2 else 0xFF]))
        seen["inputs"] += 1
        await asyncio.sleep(max(0, begin + (tick + 1) / INPUT_HZ - loop.time()))


async def play(endpoint, protocol, seconds):
    seen = {"inputs": 0, "patches": 0}
    async with websockets.connect(reserve(endpoint, protocol)) as socket:
        first = await socket.recv()
        assert first[0] == JOIN, first[:20]
        await socket.send(bytes([JOIN]))
        counting = asyncio.ensure_future(count_patches(socket, seen))
        await send_inputs(socket, seen, seconds / 2)
        pong = await socket.ping(b"are you there?")
        await asyncio.wait_for(pong, 5)
        seen["pong"] = True
        await send_inputs(socket, seen, seconds / 2)
        await socket.close(1000, "played")
        await counting
        seen["close"] = socket.close_code
    return seen


print(json.dumps(asyncio.run(play(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))))
