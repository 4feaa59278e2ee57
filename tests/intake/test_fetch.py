import gzip
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from urllib3 import HTTPSConnectionPool

from archives import PAGE, codes, rss
from reportedly.intake.addresses import RefusedError, find_target, is_public
from reportedly.intake.fetch import Fetcher, NotFetchedError, World, connect
from reportedly.intake.pages import gather_pages
from reportedly.intake.watch import Watch
from reportedly.records import RawPage
from reportedly.settings import Settings

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)


@dataclass
class Site:
    """A web server on this machine: what it answers by path, and what it was asked."""

    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    base: str = ""

    def put(self, path: str, body: bytes | str = PAGE, status: int = 200, **headers: str) -> str:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        self.answers[path] = (status, named, body.encode() if isinstance(body, str) else body)
        return self.base + path


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.agents.add(self.headers["User-Agent"])
            status, headers, body = found.answers.get(self.path, (404, {}, b"none"))
            self.send_response_only(status)  # without the Date that a test may give
            for key, value in headers.items():
                self.send_header(key, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_given: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.base = f"http://harlow.example:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


def here(_host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def world(slept: list[float] | None = None, allowed: Callable[[str], bool] = lambda _machine: True) -> World:
    return World(clock=lambda: NOON, resolve=here, allowed=allowed, sleep=(slept if slept is not None else []).append)


def fetcher(**choices: object) -> Fetcher:
    return Fetcher(Settings(**choices), world())  # type: ignore[arg-type]  # any choice


def gathered(url: str, **choices: object) -> list[RawPage]:
    settings = Settings(**choices)  # type: ignore[arg-type]  # any choice
    return list(gather_pages([url], settings=settings, fetcher=Fetcher(settings, world())))


def test_an_address_stands_for_its_page_with_the_time_of_capture(site: Site) -> None:
    url = site.put("/dam", Content_Type="text/html; charset=utf-8", Last_Modified="Fri, 02 May 2031 08:00:00 GMT")

    (page,) = gathered(url)

    assert (page.name, page.place, page.content.decode()) == (url, url, PAGE)
    assert (page.captured, page.media) == (NOON, "text/html; charset=utf-8")
    assert page.told.captures == (("fetched", "2031-05-02T12:00:00+00:00"),)
    assert page.told.updates == (("http Last-Modified", "Fri, 02 May 2031 08:00:00 GMT"),)
    assert page.told.dates == ()


def test_a_page_that_is_sent_on_is_known_by_both_its_addresses(site: Site) -> None:
    url = site.put("/old", status=301, Location="/new")
    new = site.put("/new")

    (page,) = gathered(url)

    assert (page.name, page.place, page.told.url) == (url, new, new)


def test_redirects_without_end_are_a_problem(site: Site) -> None:
    url = site.put("/round", status=302, Location="/round")

    with pytest.raises(NotFetchedError, match="sends on more than 5 times"):
        fetcher().fetch(url)


def test_a_redirect_to_a_private_machine_is_refused(site: Site) -> None:
    url = site.put("/out", status=302, Location="http://127.0.0.2/secret")
    strict = Fetcher(
        Settings(), World(resolve=lambda host, _port: [host if host[0].isdigit() else "127.0.0.1"],
                          allowed=lambda machine: machine == "127.0.0.1")
    )  # fmt: skip

    with pytest.raises(RefusedError, match="private network"):
        strict.fetch(url)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("http://[::1", "no address"),
        ("//user:secret@harlow.example/", "name and password"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_refused(site: Site, location: str, why: str) -> None:
    (page,) = gathered(site.put("/out", status=302, Location=location))

    assert codes(page) == ["refused"]
    assert why in page.problems[0].message


def test_a_page_that_breaks_off_is_a_problem(site: Site) -> None:
    url = site.put("/cut", Content_Length=str(len(PAGE.encode()) + 100))

    (page,) = gathered(url)

    assert codes(page) == ["not_fetched"]


def test_the_machine_that_was_checked_is_the_one_that_is_asked(site: Site) -> None:
    url = site.put("/dam")
    times = iter([["127.0.0.1"], ["127.0.0.1"]])
    rebinding = World(resolve=lambda _host, _port: next(times), allowed=lambda _machine: True)

    assert Fetcher(Settings(), rebinding).fetch(url).content == PAGE.encode()
    assert list(times) == [["127.0.0.1"]]  # one look-up for the page and robots.txt of its server


def test_robots_are_kept_away_where_robots_txt_says_so(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\nAllow: /news/\n")
    url, allowed = site.put("/dam"), site.put("/news/dam")

    (page,) = gathered(url)

    assert codes(page) == ["refused"]
    assert "robots.txt" in page.problems[0].message
    assert "Save the page in a browser" in page.problems[0].message
    assert "/dam" not in site.asked
    assert codes(gathered(allowed)[0]) == []


def test_a_rule_for_this_program_goes_above_the_rule_for_all(site: Site) -> None:
    site.put("/robots.txt", "User-agent: reportedly\nDisallow: /\n\nUser-agent: *\nAllow: /\n")

    assert codes(gathered(site.put("/dam"))[0]) == ["refused"]


def test_robots_txt_that_cannot_be_read_keeps_robots_away(site: Site) -> None:
    site.put("/robots.txt", status=500)

    with pytest.raises(NotFetchedError, match=r"status 500.*nothing is fetched"):
        fetcher().fetch(site.put("/dam"))


def test_robots_txt_is_asked_for_once(site: Site) -> None:
    one, two = site.put("/one"), site.put("/two")
    asking = fetcher()
    asking.fetch(one)
    asking.fetch(two)

    assert site.asked == ["/robots.txt", "/one", "/two"]


def test_the_program_says_who_it_is(site: Site) -> None:
    fetcher().fetch(site.put("/dam"))

    assert all(agent.startswith("reportedly/") for agent in site.agents)


def test_a_server_has_its_pause_between_two_pages(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    slept: list[float] = []
    asking = Fetcher(Settings(), world(slept))
    asking.fetch(site.put("/one"))
    asking.fetch(site.put("/two"))

    assert [round(seconds) for seconds in slept] == [7]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_once_more_when_it_says_when(site: Site, status: int) -> None:
    slept: list[float] = []
    url = site.put("/dam", status=status, Retry_After="3")

    with pytest.raises(NotFetchedError, match=str(status)):
        Fetcher(Settings(), world(slept)).fetch(url)
    assert (site.asked.count("/dam"), slept[0]) == (2, 3.0)


@pytest.mark.parametrize("wait", ["86400", "soon", ""])
def test_a_busy_server_that_asks_for_too_long_is_left(site: Site, wait: str) -> None:
    with pytest.raises(NotFetchedError):
        fetcher().fetch(site.put("/dam", status=503, Retry_After=wait))
    assert site.asked.count("/dam") == 1


def test_a_day_to_come_back_is_counted_from_the_servers_own_clock(site: Site) -> None:
    slept: list[float] = []
    url = site.put(
        "/dam", status=503, Retry_After="Fri, 02 May 2031 08:00:20 GMT", Date="Fri, 02 May 2031 08:00:00 GMT"
    )
    with pytest.raises(NotFetchedError):
        Fetcher(Settings(), world(slept)).fetch(url)

    assert slept[:1] == [20.0]


@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_page_that_is_not_there_is_a_problem(site: Site, status: int) -> None:
    (page,) = gathered(site.put("/gone", status=status))

    assert codes(page) == ["not_fetched"]
    assert str(status) in page.problems[0].message


def test_a_page_without_end_is_left_at_the_limit(site: Site) -> None:
    (page,) = gathered(site.put("/long", b"x" * 200_000), page_bytes=100_000)

    assert "larger than 100,000 bytes" in page.problems[0].message


def test_a_packed_page_without_end_is_left_at_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)

    (page,) = gathered(site.put("/bomb", bomb, Content_Encoding="gzip"), page_bytes=100_000)

    assert "larger than 100,000 bytes" in page.problems[0].message


def test_a_packed_page_is_unpacked(site: Site) -> None:
    (page,) = gathered(site.put("/dam", gzip.compress(PAGE.encode()), Content_Encoding="gzip"))

    assert page.content == PAGE.encode()


def test_a_page_that_comes_too_slowly_is_left(site: Site) -> None:
    ticks = iter(range(0, 100_000, 50))
    slow = World(resolve=here, allowed=lambda _m: True, sleep=lambda _s: None, seconds=lambda: float(next(ticks)))

    site.put("/robots.txt", b"x" * 500_000)
    url = site.put("/dam")

    with pytest.raises(NotFetchedError, match="did not come within 20 seconds"):  # robots.txt is the first to be slow
        Fetcher(Settings(fetch_seconds=10), slow).fetch(url)


def test_a_server_that_is_not_there_is_a_problem() -> None:
    (page,) = gathered("http://harlow.example:1/dam")

    assert codes(page) == ["not_fetched"]
    assert "robots.txt cannot be read" in page.problems[0].message


def test_a_certificate_must_be_of_the_name_that_was_asked_for() -> None:
    target = find_target("https://harlow.example/", resolve=lambda _host, _port: ["93.184.216.34"])

    pool = connect(target, 5.0)

    assert isinstance(pool, HTTPSConnectionPool)
    assert (pool.host, pool.assert_hostname) == ("93.184.216.34", "harlow.example")
    assert pool.conn_kw["server_hostname"] == "harlow.example"
    assert pool.conn_kw["ssl_context"].check_hostname


def test_a_name_that_nobody_knows_is_a_problem() -> None:
    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(NotFetchedError, match=r"no server nowhere\.example"):
        Fetcher(Settings(), World(resolve=unknown)).fetch("https://nowhere.example/")


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "not a machine",
    ],
)  # fmt: skip
def test_machines_of_private_networks_are_not_public(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize("machine", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_machines_of_the_internet_are_public(machine: str) -> None:
    assert is_public(machine)


@pytest.mark.parametrize("machines", [["10.0.0.1"], ["93.184.216.34", "10.0.0.1"], []])
def test_a_name_that_leads_to_any_private_machine_is_refused(machines: list[str]) -> None:
    with pytest.raises(RefusedError, match="private network"):
        find_target("https://harlow.example/", resolve=lambda _host, _port: machines)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://harlow.example/", "https://user:secret@harlow.example/", "https://", "http://[::1", "http://a:99999999/",
        "http://2130706433/", "http://0x7f.1/", "http://localhost/", "http://[::ffff:127.0.0.1]/",
    ],
)  # fmt: skip
def test_addresses_that_are_tricks_are_refused(url: str) -> None:
    with pytest.raises((RefusedError, OSError)):
        find_target(url, resolve=lambda _host, _port: ["127.0.0.1"])


def test_a_feed_is_followed_only_where_that_is_asked_for(site: Site) -> None:
    site.put("/dam")
    feed = site.put(
        "/feed", rss(f"<item><title>Dam</title><link>{site.base}/dam</link><description>Short.</description></item>")
    )

    (page,) = gathered(feed)
    assert (page.content, codes(page), "/dam" in site.asked) == (b"Short.", ["summary"], False)

    (page,) = gathered(feed, follow=True)
    assert (page.name, page.content) == (f"{site.base}/dam", PAGE.encode())


def test_what_a_feed_has_of_a_page_stands_in_for_one_that_is_not_fetched(site: Site) -> None:
    item = f"<item><title>Dam</title><link>{site.base}/gone</link><description>Short.</description></item>"

    pages = gathered(site.put("/feed", rss(item)), follow=True)

    assert [codes(page) for page in pages] == [["not_fetched"], ["summary"]]
    assert pages[1].content == b"Short."


def test_what_a_feed_says_of_a_page_is_told_with_it(site: Site) -> None:
    site.put("/dam")
    item = f"<item><link>{site.base}/dam</link><pubDate>Fri, 02 May 2031 08:00:00 GMT</pubDate></item>"

    (page,) = gathered(site.put("/feed", rss(item)), follow=True)

    assert page.told.dates == (("feed pubDate", "Fri, 02 May 2031 08:00:00 GMT"),)


def test_a_sitemap_of_sitemaps_is_followed(site: Site) -> None:
    site.put("/dam")
    site.put("/news.xml", f"<urlset><url><loc>{site.base}/dam</loc><lastmod>2031-05-02</lastmod></url></urlset>")
    index = site.put("/map.xml", f"<sitemapindex><sitemap><loc>{site.base}/news.xml</loc></sitemap></sitemapindex>")

    (page,) = gathered(index, follow=True)

    assert page.name == f"{site.base}/dam"
    assert page.told.updates == (("sitemap lastmod", "2031-05-02"),)


def test_a_sitemap_that_lists_itself_ends(site: Site) -> None:
    index = site.put("/map.xml", f"<sitemapindex><sitemap><loc>{site.base}/map.xml</loc></sitemap></sitemapindex>")

    pages = gathered(index, follow=True)

    assert [codes(page) for page in pages] == [["refused"]]


def test_links_are_followed_up_to_a_number(site: Site) -> None:
    links = "".join(f"<url><loc>{site.put(f'/{n}')}</loc></url>" for n in range(4))

    pages = gathered(site.put("/map.xml", f"<urlset>{links}</urlset>"), follow=True, follow_pages=2)

    assert [codes(page) for page in pages] == [[], [], ["refused"]]
    assert "only 2 links" in pages[-1].problems[0].message


def test_a_page_that_is_known_is_not_fetched_again(site: Site) -> None:
    links = "".join(f"<url><loc>{site.put(f'/{n}')}</loc></url>" for n in range(3))
    index, settings, watch = site.put("/map.xml", f"<urlset>{links}</urlset>"), Settings(follow=True), Watch()

    pages = list(
        gather_pages(
            [index],
            settings=settings,
            fetcher=Fetcher(settings, world()),
            watch=watch,
            held=lambda link: link.endswith("/1"),
        )
    )

    assert [page.name[-2:] for page in pages] == ["/0", "/2"]
    assert "/1" not in site.asked
    assert watch.passed[index]["page that the ledger holds"] == 1
