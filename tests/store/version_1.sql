PRAGMA application_id = 1382375748;
PRAGMA user_version = 1;
CREATE TABLE story ( id INTEGER PRIMARY KEY );
CREATE TABLE event ( id INTEGER PRIMARY KEY AUTOINCREMENT, sort_at TEXT NOT NULL, title TEXT NOT NULL, day TEXT, story_id INTEGER REFERENCES story(id), size INTEGER NOT NULL, conflicts INTEGER NOT NULL DEFAULT 0, is_compared INTEGER NOT NULL DEFAULT 0 );
CREATE TABLE event_alias ( old_id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL REFERENCES event(id) );
CREATE TABLE comparison ( key TEXT PRIMARY KEY, version INTEGER NOT NULL, event_id INTEGER REFERENCES event(id) ON DELETE SET NULL, made_at TEXT NOT NULL, blob BLOB NOT NULL );
CREATE TABLE sure_difference ( event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE, key TEXT NOT NULL, PRIMARY KEY (event_id, key) ) WITHOUT ROWID;
CREATE TABLE article ( id INTEGER PRIMARY KEY, sort_at TEXT NOT NULL, digest TEXT NOT NULL, title TEXT NOT NULL, title_status TEXT NOT NULL, outlet TEXT, published TEXT, published_status TEXT NOT NULL, words INTEGER NOT NULL, origin TEXT NOT NULL, event_id INTEGER NOT NULL REFERENCES event(id), is_copy INTEGER NOT NULL DEFAULT 0, is_read INTEGER NOT NULL DEFAULT 0, is_starred INTEGER NOT NULL DEFAULT 0, is_current INTEGER NOT NULL DEFAULT 0, analysis_version INTEGER NOT NULL DEFAULT 0, added_at TEXT NOT NULL );
CREATE TABLE body ( article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, text BLOB NOT NULL, details BLOB NOT NULL );
CREATE TABLE raw ( article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, bytes BLOB NOT NULL );
CREATE TABLE revision ( id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, digest TEXT NOT NULL, replaced_at TEXT NOT NULL, text BLOB NOT NULL, details BLOB NOT NULL, raw BLOB );
CREATE TABLE origin ( origin TEXT PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL ) WITHOUT ROWID;
CREATE TABLE annotation ( article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, blob BLOB NOT NULL );
CREATE VIRTUAL TABLE fulltext USING fts5( text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2' );
CREATE TABLE entity ( id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL DEFAULT 0 );
CREATE TABLE alias ( id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE, key TEXT NOT NULL, surface TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (entity_id, surface) );
CREATE VIRTUAL TABLE alias_trigram USING fts5(folded, content='', columnsize=0, detail=none, tokenize='trigram');
CREATE TABLE mention ( entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE, sort_at TEXT NOT NULL, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, count INTEGER NOT NULL, PRIMARY KEY (entity_id, sort_at, article_id) ) WITHOUT ROWID;
CREATE TABLE spelling ( article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, alias_id INTEGER NOT NULL REFERENCES alias(id) ON DELETE CASCADE, PRIMARY KEY (article_id, alias_id) ) WITHOUT ROWID;
CREATE TABLE change ( id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, batch INTEGER NOT NULL );
CREATE TABLE standing ( kind TEXT NOT NULL, target TEXT NOT NULL, change_id INTEGER NOT NULL, PRIMARY KEY (kind, target) ) WITHOUT ROWID;
CREATE TABLE job ( id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, state TEXT NOT NULL, payload TEXT NOT NULL, asked_at TEXT NOT NULL, total INTEGER, error TEXT );
CREATE TABLE outcome ( number INTEGER PRIMARY KEY AUTOINCREMENT, job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE, status TEXT NOT NULL, article_id INTEGER, origin TEXT NOT NULL, reason TEXT, UNIQUE (job_id, origin) );
CREATE TABLE news ( seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id INTEGER NOT NULL );
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE term_vector ( article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, day INTEGER, is_linked INTEGER NOT NULL, terms BLOB NOT NULL );
CREATE TABLE key_term ( term INTEGER NOT NULL, week INTEGER NOT NULL, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, PRIMARY KEY (term, week, article_id) ) WITHOUT ROWID;
CREATE TABLE edge ( first_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, second_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, cosine REAL NOT NULL, PRIMARY KEY (first_id, second_id) ) WITHOUT ROWID;
CREATE TABLE term_statistics ( id INTEGER PRIMARY KEY CHECK (id = 1), articles INTEGER NOT NULL, terms BLOB NOT NULL, frequencies BLOB NOT NULL );
CREATE INDEX event_by_time ON event(sort_at);
CREATE INDEX event_by_story ON event(story_id, sort_at) WHERE story_id IS NOT NULL;
CREATE INDEX event_uncompared ON event(sort_at) WHERE size > 1 AND is_compared = 0;
CREATE INDEX event_alias_by_event ON event_alias(event_id);
CREATE INDEX comparison_by_event ON comparison(event_id);
CREATE INDEX sure_difference_by_key ON sure_difference(key);
CREATE INDEX article_by_time ON article(sort_at);
CREATE INDEX article_by_event ON article(event_id, sort_at);
CREATE INDEX article_by_digest ON article(digest);
CREATE INDEX article_by_outlet ON article(outlet);
CREATE INDEX article_pending ON article(sort_at) WHERE is_current = 0;
CREATE INDEX revision_by_article ON revision(article_id);
CREATE INDEX revision_by_digest ON revision(digest);
CREATE INDEX origin_by_article ON origin(article_id);
CREATE INDEX entity_by_mentions ON entity(mentions);
CREATE INDEX alias_by_key ON alias(key);
CREATE INDEX mention_by_article ON mention(article_id);
CREATE INDEX spelling_by_alias ON spelling(alias_id);
CREATE INDEX change_by_batch ON change(undone, batch);
CREATE INDEX change_in_batch ON change(batch);
CREATE INDEX standing_by_target ON standing(target);
CREATE INDEX job_open ON job(state, id) WHERE state IN ('queued', 'stored');
CREATE INDEX outcome_by_job ON outcome(job_id, number);
CREATE INDEX term_vector_unlinked ON term_vector(article_id) WHERE is_linked = 0;
CREATE INDEX key_term_by_article ON key_term(article_id);
CREATE INDEX edge_by_second ON edge(second_id, first_id, cosine);
INSERT INTO event VALUES (1, '2024-05-14T00:00:00', 'Bridge closed', '2024-05-14', NULL, 2, 1, 1);
INSERT INTO event VALUES (3, '2024-05-14T00:00:00', 'Wheat harvest down by a fifth', NULL, NULL, 1, 0, 0);
INSERT INTO event_alias VALUES (2, 1);
INSERT INTO comparison VALUES ('eaa8d62f657760c7340581fe72cabeec', 1, 1, '2026-11-22T06:04:29', X'789cc5914d0ac2400c856dc17bf40652c103d599b4864e67703255ba160477433d427ffdd9bbf7648e54a51b97e2db242f24bc0f72e8236d9009a0d2f31b8132255b6bb525dbc598e41ac8b6eb5c19572f1ce31834480674dc572914d768a43a45c9dbe1e8cc948c913f576b72bed71071940995bbee95e735645c3ba940f2e967ea8fa7b574b9b7701e08a5350205b3205cbccd8923654804fc3eb02c47fa370b1be90b4b2b300551fc96a6676a033a4ac0362b9743b6379881fb32d807fdf7d45e');
INSERT INTO sure_difference VALUES (1, 'aaaaaaaaaaaa');
INSERT INTO sure_difference VALUES (1, 'bbbbbbbbbbbb');
INSERT INTO article VALUES (1, '2024-05-14T00:00:00', '49fc10349d6afe31d90d2bdab9a32b15', 'Harbour bridge closed after barge strikes pier', 'stated', 'Lindholm Courier', '2024-05-14', 'stated', 49, '/news/bridge.txt', 1, 0, 0, 0, 1, 1, '2024-06-01T08:00:00');
INSERT INTO article VALUES (2, '2024-05-14T00:00:00', '52a184cd661568d4bd28edb5009f8989', 'Extra ferries for Lindholm commuters', 'stated', 'Lindholm Courier', '2024-05-14', 'stated', 31, '/news/ferry.txt', 1, 0, 0, 0, 1, 1, '2024-06-01T08:00:00');
INSERT INTO article VALUES (3, '2024-05-14T00:00:00', '0daab17b9b1ce75e836456c107ada268', 'Wheat harvest down by a fifth', 'stated', 'Lindholm Courier', '2024-05-14', 'stated', 29, '/news/harvest.txt', 3, 0, 0, 1, 1, 1, '2024-06-01T08:00:00');
INSERT INTO body VALUES (1, X'789c558fc14d03410c45efa9e25710097a40e2c08d34e0ec383b5666c72b7b46236e292454c2994652095e0242dcac2ffdf79f9fc98eda0d47933433a6a2ce09746a1c195944de4cceec58856db73b6446fedfa18617a9296b5930c87f195a71e8ec89de7e70f407ecd319d21c55ad65b6fa0ddf07dda8fa1a2116a9e25beb69103e3fbad1809324709da5329b63682f097127dc2ed7b0284cded0b82246fd767947534800798a38c4132d3473ecbceac2787844513389df061b47fdd43639aae9aebf555cfbdd90d6d594a6bcff02935b711d', X'789c8d91514a03311086ad27c905b6aca59e40041fc43b24cdeceed0312993a4d0570b3e89207802ddddae7d108fe001ea013c85780377b7a9f441a44f21f365be7f92dc561e3dc1b29a4b0af039bc90ac6c60a118750e6242d6811632f3d0d624b725e719a7e0c40c816be7a50fae5f403730470d66023725a18141c981609d213b2fba426d431be563d6db251a5d58ba16676de061b2ba00a9815732f8c2b28ba687d5159213e7d37f0dc75b835a749b97595084ae001d1deb513a1a27e96972323e608ed7dff6fe620d49930799ef9ef1094c9434683260ded3bc575d877b5c56ed09f647cf60f4b022a980765fd183b4039bbb2d2995d58b0836f73df9fa837c77e46390eca11fb409d2c7');
INSERT INTO body VALUES (2, X'789c55cec10dc2301403d07ba7f000a84ba0de98805bdab8cd174d52fd9f28b0080bb11805241077fbd9c3b5a8c34c55a161ce8a93241ff21a31e5186ba15ad70d7fa926eb0aad09234b23d3afe292c7e36eaf700bb2122510c1e998ab6254f10b61c5dd0c166ae977b8399cabba864d7314a3c7ac2426cd669296cfa55d232f87b7f6dd3aeea650a1dcb216fafe09f2924abc', X'789c8d91c14e02311086d527e981782301824f60b819dea14b67d9c6d9d64ca74412e24112efc637d0edb272303e8267e30bf8366ed94238194ecdfcffccf7b7d3a7c09a11d66121d1c36f6f72cf24450e441a9cc82d891b6d5461b114335b969e815ced58b2ef0e500d2cb4023383c70ab581f38a3cc236d7e45844a1b6be0de094f079c05d5bdf66d009b0ba00a98036d27361c925d2f366aad189c9edbf848b8e902d63f17ee733d4ae009518dbd16034ee0faefac3f109f7f8388cef1ed6a034732fe7fbe5bd824990469bb8c123cc578813ee651dda0ee2b33730aa17506680fb0fd81997d15875469559b54cfa43d47fbe8f8c3f3fc3c07b');
INSERT INTO body VALUES (3, X'789c558c310e833010047bbf625f80a23c226d9a48a90f58b025dba0f301f1efb936e56a76e61b2986287ab219e6edaa183b044b5a2c86f0122dd486546191786b139c92333bf8db39995fafbfc4f3819d3ab11a46e6ed72cfe9b6208bd34ed121848fb764d5341dd90e254aaaa999768c590a678fce3edaaea9aec30d7fbb3a10', X'789c8d90414e03310c45817b2072814a6d554e80d821b6ac13e269224c5239ce54b3a5127bc40de8643a7481b8001207e0504ca653d415eacaf2fffe4fb69f135b4658a5526284af3b03928591544260a1fdd2095509290a5bb069024b8ea12fa05b28ad06770f4f355a07a73545846d61a90b66a1f1b103f340febcb14e1b8f8fe2ca47b24047c09a6e190db491918da730905e36b71683b87ef89770b623a82a37ef8ba8d006037a606ca7e3e96c34be1c4d6647ecf1f117ef0f6b51ba7994f3fdd3dec00d90d6ba02880e30df2927c2eb2a7513c4276b70fa3ca15480fbc7f7c645367867d4caeb6ad0cbacffac0f8c5f59acbcc0');
INSERT INTO origin VALUES ('/news/bridge.txt', 1, 306, 7, '49fc10349d6afe31d90d2bdab9a32b15');
INSERT INTO origin VALUES ('/news/ferry.txt', 2, 203, 7, '52a184cd661568d4bd28edb5009f8989');
INSERT INTO origin VALUES ('/news/harvest.txt', 3, 163, 7, '0daab17b9b1ce75e836456c107ada268');
INSERT INTO annotation VALUES (1, X'789c15cab10d802010004019c8a11e780d0942e41f136b0b5b9c4111ddc205dc49acaeb9b54c18c878276e42c7e814d2b6646208dcece8f42bda6c41a23da4d7f335d45437a5d2993e06a4943570e51ca3ff2dca4224a4e70314f3289f');
INSERT INTO annotation VALUES (2, X'789c15ca310e80200c00407d6a816a48b0445a4c9c1d5cf50d8ae82f9c8d8f12a75b6ece0306b69eea8b91044923af53628120d58664de273950e876e5cd7876e594cc4b6e6c1b03f2920c48e1e8a3ffcdda4164e4fb032709293a');
INSERT INTO annotation VALUES (3, X'789c15ca310e80200c00407d6a816a48b0445a4c9c1d5cf10d8ae82f7c808f12a75b6e2d1306b69eda9b910449236f4b668120cd8e64de3d3b50e80ee5cd7c0df5d4cca974b68f013965035239c7e87f8b761019f9f9001ea82913');
INSERT INTO change VALUES (1, '2026-11-22T06:04:29', 'starred', '0daab17b9b1ce75e836456c107ada268', '', '1', 0, 1);
INSERT INTO change VALUES (2, '2026-11-22T06:04:29', 'dismissed', 'bbbbbbbbbbbb', '', '1', 0, 2);
INSERT INTO standing VALUES ('dismissed', 'bbbbbbbbbbbb', 2);
INSERT INTO standing VALUES ('starred', '0daab17b9b1ce75e836456c107ada268', 1);
INSERT INTO job VALUES (1, 'add', 'done', '{"paths": ["/news"], "articles": [], "analyse": true, "exactly": false}', '2026-11-22T06:04:29', NULL, NULL);
INSERT INTO job VALUES (2, 'add', 'done', '{"paths": ["/news"], "articles": [], "analyse": true, "exactly": false}', '2026-11-22T06:04:29', NULL, NULL);
INSERT INTO outcome VALUES (1, 1, 'added', 1, '/news/bridge.txt', NULL);
INSERT INTO outcome VALUES (2, 1, 'added', 2, '/news/ferry.txt', NULL);
INSERT INTO outcome VALUES (3, 1, 'added', 3, '/news/harvest.txt', NULL);
INSERT INTO outcome VALUES (4, 1, 'failed', NULL, '/news/torn.txt', 'It is not text.');
INSERT INTO outcome VALUES (5, 1, 'failed', NULL, '/news/mended.txt', 'It cannot be read: Permission denied.');
INSERT INTO outcome VALUES (6, 2, 'unchanged', 2, '/news/mended.txt', NULL);
INSERT INTO news VALUES (1, 'job', 1);
INSERT INTO news VALUES (2, 'article', 1);
INSERT INTO news VALUES (3, 'job', 1);
INSERT INTO news VALUES (4, 'article', 2);
INSERT INTO news VALUES (5, 'job', 1);
INSERT INTO news VALUES (6, 'article', 3);
INSERT INTO news VALUES (7, 'job', 1);
INSERT INTO news VALUES (8, 'job', 1);
INSERT INTO news VALUES (9, 'job', 1);
INSERT INTO news VALUES (10, 'job', 1);
INSERT INTO news VALUES (11, 'job', 1);
INSERT INTO news VALUES (12, 'job', 2);
INSERT INTO news VALUES (13, 'job', 2);
INSERT INTO news VALUES (14, 'job', 2);
INSERT INTO news VALUES (15, 'job', 2);
INSERT INTO news VALUES (16, 'event', 1);
INSERT INTO news VALUES (17, 'event', 2);
INSERT INTO news VALUES (18, 'article', 1);
INSERT INTO news VALUES (19, 'article', 2);
INSERT INTO news VALUES (20, 'article', 3);
INSERT INTO news VALUES (21, 'comparison', 1);
INSERT INTO news VALUES (22, 'article', 3);
INSERT INTO news VALUES (23, 'event', 1);
INSERT INTO setting VALUES ('analysis_version', '1');
INSERT INTO setting VALUES ('comparison_version', '1');
INSERT INTO setting VALUES ('holds', 'anything');
INSERT INTO tally VALUES ('analysed', 3);
INSERT INTO tally VALUES ('articles', 3);
INSERT INTO tally VALUES ('events', 2);
INSERT INTO tally VALUES ('grouped', 0);
INSERT INTO tally VALUES ('stories', 0);
INSERT INTO tally VALUES ('unread', 3);
INSERT INTO fulltext(rowid, text) VALUES (1, 'Harbour bridge closed after barge strikes pier

The harbour bridge at Lindholm was closed on Tuesday after a barge struck its northern pier.

Transport minister Ewa Żuraw said engineers would need “at least ten days” to inspect the damage.

Some 12 lorries were left stranded on the southern approach.');
INSERT INTO fulltext(rowid, text) VALUES (2, 'Extra ferries for Lindholm commuters

Extra ferries will run between Lindholm and Östra while the harbour bridge stays shut.

Ewa Zuraw promised free crossings for a week, the Lindholm Courier reported.');
INSERT INTO fulltext(rowid, text) VALUES (3, 'Wheat harvest down by a fifth

Farmers in the Orsa valley expect a wheat harvest 20 percent below that of last year.

The agriculture ministry blamed a dry spring.');
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'job';
UPDATE sqlite_sequence SET seq = 23 WHERE name = 'news';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'event';
UPDATE sqlite_sequence SET seq = 6 WHERE name = 'outcome';
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN UPDATE tally SET value = value + CASE name WHEN 'articles' THEN 1 WHEN 'analysed' THEN NEW.is_current ELSE 1 - NEW.is_read END WHERE name IN ('articles', 'analysed', 'unread'); END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN UPDATE tally SET value = value - CASE name WHEN 'articles' THEN 1 WHEN 'analysed' THEN OLD.is_current ELSE 1 - OLD.is_read END WHERE name IN ('articles', 'analysed', 'unread'); END;
CREATE TRIGGER article_analysed AFTER UPDATE OF is_current ON article WHEN OLD.is_current <> NEW.is_current BEGIN UPDATE tally SET value = value + NEW.is_current - OLD.is_current WHERE name = 'analysed'; END;
CREATE TRIGGER article_read AFTER UPDATE OF is_read ON article WHEN OLD.is_read <> NEW.is_read BEGIN UPDATE tally SET value = value - NEW.is_read + OLD.is_read WHERE name = 'unread'; END;
CREATE TRIGGER event_added AFTER INSERT ON event BEGIN UPDATE tally SET value = value + 1 WHERE name = 'events'; END;
CREATE TRIGGER event_removed AFTER DELETE ON event BEGIN UPDATE tally SET value = value - 1 WHERE name = 'events'; END;
CREATE TRIGGER story_added AFTER INSERT ON story BEGIN UPDATE tally SET value = value + 1 WHERE name = 'stories'; END;
CREATE TRIGGER story_removed AFTER DELETE ON story BEGIN UPDATE tally SET value = value - 1 WHERE name = 'stories'; END;
CREATE TRIGGER terms_added AFTER INSERT ON term_vector BEGIN UPDATE tally SET value = value + 1 WHERE name = 'grouped'; END;
CREATE TRIGGER terms_removed AFTER DELETE ON term_vector BEGIN UPDATE tally SET value = value - 1 WHERE name = 'grouped'; END;
