"""Reading lists and references as their programs write them, of one invented article, by the name of their file."""

import json

POCKET = (
    "title,url,time_added,tags,status\n"
    "Locks will open,https://herald.example/locks,1938456000,river|locks,unread\n"
    '"Ferries, again",https://herald.example/ferries,1938542400,,archive\n'
)
INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    'https://herald.example/locks,Locks will open,"two new locks",Norrin,1938456000,"[""river"",""locks""]"\n'
)
READER = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "Locks will open,https://herald.example/locks,01h,\"['river', 'locks']\",2031-06-05 08:00:00+00:00,0.5,later,True\n"
)
READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
    '"two new locks",Locks will open,Ivo Sandrel,,"Since when, ""open""?",yellow,check,location,3,2031-06-06 09:00:00\n'
)
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","Url","Abstract Note","Date",'
    '"Date Added","Language","Notes","File Attachments","Manual Tags","Automatic Tags"\n'
    '"AB12","newspaperArticle","2031","Sandrel, Ivo; Taverne, Ilse","Locks will open","The Umber Herald","",'
    '"https://herald.example/locks","","2031-06-03","2031-06-05 08:00:00","en","<p>Ask the ministry.</p>",'
    '"/home/x/Zotero/storage/Q/page.html; files/12/page.html","river; locks","trade"\n'
)
RIS = """TY  - NEWS
TI  - Locks will open
AU  - Sandrel, Ivo
T2  - The Umber Herald
DA  - 2031/06/03/
PY  - 2031
UR  - https://herald.example/locks
Y2  - 2031/06/05/
KW  - river
KW  - locks
N1  - <p>Ask the ministry.</p>
LA  - en
L1  - files/12/page.html
ER  -

"""
BIBTEX = r"""
@article{sandrel_locks_2031,
	title = {Locks {W}ill open f{\"u}r Umber},
	author = {Sandrel, Ivo and Taverne, Ilse},
	journal = {The Umber Herald},
	url = {https://herald.example/locks},
	urldate = {2031-06-05},
	month = jun,
	year = {2031},
	keywords = {river, locks},
	langid = {english},
	note = {Ask the ministry.},
	file = {Snapshot:files/12/page.html:text/html},
}
"""
CSL = json.dumps(
    [
        {
            "id": "http://zotero.org/users/1/items/AB12",
            "type": "article-newspaper",
            "title": "Locks will open",
            "container-title": "The Umber Herald",
            "author": [{"family": "Sandrel", "given": "Ivo"}, {"literal": "Norrin Wire"}],
            "issued": {"date-parts": [["2031", 6, 3]]},
            "accessed": {"date-parts": [["2031", 6, 5]]},
            "URL": "https://herald.example/locks",
            "language": "en",
            "keyword": "river; locks",
            "note": "Ask the ministry.",
        }
    ],
    indent=1,
)
HYPOTHESIS = json.dumps(
    {
        "export_date": "2031-06-06T09:00:00Z",
        "client_version": "1.1",
        "annotations": [
            {
                "id": "x1",
                "created": "2031-06-06T09:00:00Z",
                "user": "acct:ana@hypothes.is",
                "uri": "https://herald.example/locks",
                "text": "Since when?",
                "tags": ["to check"],
                "document": {"title": ["Locks will open"]},
                "target": [
                    {
                        "source": "https://herald.example/locks",
                        "selector": [
                            {"type": "TextPositionSelector", "start": 3, "end": 16},
                            {
                                "type": "TextQuoteSelector",
                                "exact": "two new locks",
                                "prefix": "At Tarn ",
                                "suffix": ".",
                            },
                        ],
                    }
                ],
            }
        ],
    }
)
KINDLE = (
    "\ufeffLocks will open (Ivo Sandrel)\r\n- Your Highlight on page 3 | location 12-14 | Added on Thursday, 5 June 2031 08:00:00"
    "\r\n\r\ntwo new locks\r\n==========\r\n"
    "Locks will open (Ivo Sandrel)\r\n- Your Note on page 3 | location 14 | Added on Thursday, 5 June 2031 08:01:00"
    "\r\n\r\nSince when?\r\n==========\r\n"
    "Locks will open (Ivo Sandrel)\r\n- Your Bookmark on page 4 | location 20 | Added on Thursday, 5 June 2031 08:02:00"
    "\r\n\r\n\r\n==========\r\n"
)
BOOKMARKS = (
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3 PERSONAL_TOOLBAR_FOLDER='true'>Bookmarks bar</H3>\n<DL><p>"
    "<DT><H3>Norrin</H3>\n<DL><p><DT><A HREF='https://herald.example/locks' ADD_DATE='1938456000' TAGS='river,locks'>Locks "
    "will open</A>\n<DD>Ask the ministry.\n<DT><A HREF='javascript:alert(1)'>x</A>\n</DL><p>\n</DL><p>\n</DL>"
)
FILES = {
    "part_000000.csv": POCKET,
    "instapaper-export.csv": INSTAPAPER,
    "reader.csv": READER,
    "readwise-data.csv": READWISE,
    "zotero.csv": ZOTERO,
    "library.ris": RIS,
    "library.bib": BIBTEX,
    "library.json": CSL,
    "hypothesis.json": HYPOTHESIS,
    "My Clippings.txt": KINDLE,
    "bookmarks.html": BOOKMARKS,
}
