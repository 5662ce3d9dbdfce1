import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays a while with java.net.http.WebSocket: java Client.java ENDPOINT PROTOCOL SECONDS. Prints what it saw as JSON. */
public final class Client implements WebSocket.Listener {
  private static final int JOIN = 10;
  private static final int PATCH = 15;
  private static final int INPUT_HZ = 60;
  private static final String QUESTION = "are you there?";

  private final AtomicInteger patches = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();
  private final CountDownLatch joined = new CountDownLatch(1);
  private final CountDownLatch pong = new CountDownLatch(1);
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private boolean first = true;

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    // A message may come in parts; its first byte says what it is.
    if (first) {
      int code = data.get(0) & 0x1f;
      if (code == JOIN) joined.countDown();
      if (code == PATCH) patches.incrementAndGet();
    }
    first = last;
    socket.request(1);
    return null;
  }

  /** The PONG is sent by the library. */
  @Override
  public CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
    pings.incrementAndGet();
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
    if (StandardCharsets.UTF_8.decode(data).toString().equals(QUESTION)) pong.countDown();
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }

  private static URI reserve(HttpClient http, String endpoint, String protocol) throws Exception {
    String body = "{\"name\":\"Java\",\"protocol\":" + protocol + "}";
    HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/matchmake/joinOrCreate/arena"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    String seat = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return URI.create(endpoint.replaceFirst("http", "ws") + "/" + field(seat, "processId") + "/"
        + field(seat, "roomId") + "?sessionId=" + field(seat, "sessionId"));
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!found.find()) throw new IllegalStateException("no " + name + " in " + json);
    return found.group(1);
  }

  private static int sendInputs(WebSocket socket, double seconds) throws Exception {
    int inputs = (int) (seconds * INPUT_HZ);
    long begin = System.nanoTime();
    for (int tick = 0; tick < inputs; tick++) {
      // Left and right, a second each.
      byte mx = (byte) (tick / INPUT_HZ % 2 == 1 ? 1 : -1);
      socket.sendBinary(ByteBuffer.wrap(new byte[] {0x13, (byte) 0x80, mx}), true).get(5, TimeUnit.SECONDS);
      long due = begin + (tick + 1) * 1_000_000_000L / INPUT_HZ;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
    return inputs;
  }

  private static void await(CountDownLatch latch, String what) throws Exception {
    if (!latch.await(5, TimeUnit.SECONDS)) throw new IllegalStateException("waited for " + what);
  }

  public static void main(String[] args) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    double seconds = Double.parseDouble(args[2]);
    Client client = new Client();
    WebSocket socket = http.newWebSocketBuilder().buildAsync(reserve(http, args[0], args[1]), client).get(5, TimeUnit.SECONDS);
    await(client.joined, "the join");
    socket.sendBinary(ByteBuffer.wrap(new byte[] {JOIN}), true).get(5, TimeUnit.SECONDS);
    int inputs = sendInputs(socket, seconds / 2);
    socket.sendPing(ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.UTF_8))).get(5, TimeUnit.SECONDS);
    await(client.pong, "a PONG");
    inputs += sendInputs(socket, seconds / 2);
    socket.sendClose(4000, "played").get(5, TimeUnit.SECONDS);
    int close = client.closed.get(5, TimeUnit.SECONDS);
    System.out.printf(
        "{\"inputs\":%d,\"patches\":%d,\"pings\":%d,\"pong\":true,\"close\":%d}%n",
        inputs, client.patches.get(), client.pings.get(), close);
    System.exit(0);
  }
}
