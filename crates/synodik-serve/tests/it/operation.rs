//! The server asked over the network: slow, large and many.

use super::routes::{state, write_empty_index};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use synodik_serve::{AppState, ClientRate, LogFormat, ServeSettings, serve_until};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// A server that ends when `end` is told.
struct Running {
    address: SocketAddr,
    state: AppState,
    end: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<()>,
    _folder: tempfile::TempDir,
}

fn a_day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

async fn start(settings: ServeSettings) -> Running {
    let folder = tempfile::tempdir().expect("a folder");
    let index = Arc::new(write_empty_index(folder.path(), 7).expect("an index"));
    let state = AppState::with_settings(index, settings, a_day);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (end, ending) = oneshot::channel::<()>();
    let ended = tokio::spawn(serve_until(listener, state.clone(), async move {
        let _ = ending.await;
    }));
    Running { address, state, end, ended, _folder: folder }
}

fn settings() -> ServeSettings {
    ServeSettings {
        head_time: Duration::from_secs(1),
        end_time: Duration::from_secs(5),
        ..ServeSettings::local()
    }
}

/// Sends bytes and returns all that comes back; empty when the connection breaks.
async fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let exchanged = async {
        let mut stream = TcpStream::connect(address).await?;
        // Who is refused early may still be sending.
        let _ = stream.write_all(request).await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        Ok::<_, std::io::Error>(String::from_utf8_lossy(&answer).into_owned())
    };
    let within = tokio::time::timeout(Duration::from_secs(20), exchanged).await;
    within.expect("an answer in time").unwrap_or_default()
}

fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").into_bytes()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[tokio::test]
async fn what_is_too_large_is_refused_and_said() {
    let server = start(settings()).await;
    let ten_megabytes = "a".repeat(10 << 20);
    let long = "a".repeat(20_000);
    let body = |path: &str, length: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\nqueries={ten_megabytes}"
        )
        .into_bytes()
    };
    let header = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {ten_megabytes}\r\n\r\n");
    for (name, request, expected) in [
        ("an address of 10 MB", get(&format!("/search?q={ten_megabytes}")), "431 414"),
        ("an address of 20 kB", get(&format!("/search?q={long}")), "414"),
        ("an address of the API", get(&format!("/api/v1/search?q={long}")), "414"),
        ("a body of 10 MB", body("/api/reconcile", &(8 + (10 << 20)).to_string()), "413"),
        ("a body for OAI-PMH", body("/oai", &(8 + (10 << 20)).to_string()), "413"),
        ("a length that is none", body("/oai", "-1"), "400"),
        ("a header of 10 MB", header.into_bytes(), "431"),
    ] {
        let answer = exchange(server.address, &request).await;
        assert!(expected.contains(status(&answer)) && !answer.is_empty(), "{name}: {answer:.200}");
        let alive = exchange(server.address, &get("/healthz")).await;
        assert_eq!(status(&alive), "200", "after {name}");
    }
    let answer = exchange(server.address, &get(&format!("/api/v1/search?q={long}"))).await;
    assert!(answer.contains("application/problem+json"), "{answer}");
}

#[tokio::test]
async fn slow_clients_make_way() {
    let server = start(ServeSettings { n_connections: 40, ..settings() }).await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        let mut stream = TcpStream::connect(server.address).await.expect("a connection");
        stream.write_all(b"GET / HTTP/1.1\r\nHost: loc").await.expect("it is sent");
        slow.push(stream);
    }
    let started = std::time::Instant::now();
    for _ in 0..10 {
        assert_eq!(status(&exchange(server.address, &get("/healthz")).await), "200");
    }
    assert!(started.elapsed() < Duration::from_secs(5), "others are served meanwhile");
    // Who sends no whole head in time is let go.
    let mut last = slow.pop().expect("a connection");
    let mut rest = Vec::new();
    let closed = tokio::time::timeout(Duration::from_secs(10), last.read_to_end(&mut rest)).await;
    assert!(closed.is_ok(), "the connection is closed");
}

#[tokio::test]
async fn a_slow_body_is_not_waited_for() {
    let query_time = Duration::from_millis(300);
    let server = start(ServeSettings { query_time, ..settings() }).await;
    let request = "POST /oai HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\nverb=";
    let answer = exchange(server.address, request.as_bytes()).await;
    assert_eq!(status(&answer), "408", "{answer}");
}

#[tokio::test]
async fn what_is_no_request_is_answered_with_an_error() {
    let server = start(settings()).await;
    let head = |line: &str| format!("{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    for (request, expected) in [
        (head("GET /../../etc/passwd HTTP/1.1"), "404"),
        (head("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1"), "404"),
        (head("GET /record/..%2f..%2fetc%2fpasswd HTTP/1.1"), "404"),
        (head("GET /record/%252e%252e%252f HTTP/1.1"), "404"),
        (head("GET /record/a%00b HTTP/1.1"), "404"),
        (head("GET /record/%c0%ae%c0%ae HTTP/1.1"), "404"),
        (head("GET /record/\u{0}a HTTP/1.1"), "400"),
        (head("GET //evil.example/ HTTP/1.1"), "404"),
        (head("GET http://evil.example/record/a HTTP/1.1"), "404"),
        (head("GET \\..\\windows HTTP/1.1"), "400"),
        (head("BREW /search HTTP/1.1"), "405"),
        (head("DELETE /api/v1/records HTTP/1.1"), "405"),
        (head("TRACE / HTTP/1.1"), "405"),
        (head("GET / HTTP/9.9"), "400"),
        ("\u{16}\u{3}\u{1}".repeat(20), "400"),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
                .to_owned(),
            "400",
        ),
        (
            "POST /oai HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n"
                .to_owned(),
            "400",
        ),
    ] {
        let answer = exchange(server.address, request.as_bytes()).await;
        assert_eq!(status(&answer), expected, "{request:?}: {answer:.300}");
        assert!(!answer.contains("root:"), "{request:?}");
    }
    assert_eq!(status(&exchange(server.address, &get("/")).await), "200");
}

#[tokio::test]
async fn hosts_are_never_believed() {
    let server = start(settings()).await;
    for host in ["evil.example\"><script>", "<x>", "'", "a/../b", "\u{44f}.example"] {
        for path in ["/", "/api/reconcile", "/oai?verb=Identify", "/names?q=%D0%98"] {
            let request =
                format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            let answer = exchange(server.address, request.as_bytes()).await;
            assert!(["200", "400"].contains(&status(&answer)), "{host} {path}: {answer:.200}");
            assert!(!answer.contains(host) || host == "'", "{host} in {path}");
        }
    }
    let twice = "GET /oai?verb=Identify HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\
        X-Forwarded-Host: c.example\r\nConnection: close\r\n\r\n";
    let answer = exchange(server.address, twice.as_bytes()).await;
    assert!(!answer.contains("b.example") && !answer.contains("c.example"), "{answer}");
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_again() {
    let client_rate = Some(ClientRate { per_sec: 1.0, burst: 5.0, is_for_loopback: true });
    let server = start(ServeSettings { client_rate, ..settings() }).await;
    let mut refused = String::new();
    for _ in 0..8 {
        let answer = exchange(server.address, &get("/api/v1/stats")).await;
        if status(&answer) == "429" {
            refused = answer;
        }
    }
    assert!(refused.contains("retry-after: 1\r\n"), "{refused}");
    assert!(refused.contains("application/problem+json"), "{refused}");
}

#[tokio::test]
async fn a_build_changes_and_the_server_ends_without_a_lost_answer() {
    let server = start(ServeSettings { log: LogFormat::Off, ..settings() }).await;
    let address = server.address;
    let askers: Vec<_> = (0..8)
        .map(|_| {
            tokio::spawn(async move {
                let mut builds = std::collections::BTreeSet::new();
                for _ in 0..40 {
                    let answer = exchange(address, &get("/api/v1/stats")).await;
                    assert_eq!(status(&answer), "200", "{answer:.300}");
                    let text = answer.split("\"build_number\":").nth(1).expect("a build");
                    builds.insert(text.split(',').next().unwrap_or_default().to_owned());
                }
                builds
            })
        })
        .collect();
    let mut folders = Vec::new();
    for build in 8..12 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let folder = tempfile::tempdir().expect("a folder");
        let index = write_empty_index(folder.path(), build).expect("an index");
        server.state.show(Arc::new(index));
        folders.push(folder);
    }
    for asker in askers {
        assert!(!asker.await.expect("no answer is lost").is_empty());
    }
    // Whoever has asked before the end is answered after it.
    let mut late = TcpStream::connect(address).await.expect("a connection");
    late.write_all(&get("/api/v1/stats")).await.expect("it is sent");
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.end.send(()).expect("it runs");
    let mut answer = String::new();
    late.read_to_string(&mut answer).await.expect("an answer");
    assert_eq!(status(&answer), "200");
    tokio::time::timeout(Duration::from_secs(10), server.ended)
        .await
        .expect("it ends")
        .expect("well");
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn metrics_and_readiness_name_no_address() {
    let (state, _folder) = state();
    let site = synodik_serve::app(state.clone());
    for path in
        ["/search?q=%D0%A1%D0%B5%D0%BA%D1%80%D0%B5%D1%82", "/record/Sekret", "/Sekret", "/readyz"]
    {
        super::routes::ask(&site, path, "en").await;
    }
    let (_, text) = super::routes::ask(&synodik_serve::metrics_app(state), "/metrics", "en").await;
    assert!(text.contains("route=\"/record/{record_id}\",method=\"GET\",status=\"404\""), "{text}");
    assert!(text.contains("route=\"other\"") && text.contains("synodik_build_number 7"), "{text}");
    assert!(!text.contains("Sekret") && !text.contains("%D0"), "{text}");
    let (response, text) = super::routes::ask(&site, "/readyz", "en").await;
    assert_eq!(response.status(), 200);
    assert!(text.starts_with("ready "), "{text}");
}
