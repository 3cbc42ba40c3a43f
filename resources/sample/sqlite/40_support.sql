-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The support service: the people who answer, and what they are asked.

CREATE TABLE teams (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    lead_id   CHAR(36), -- one of its agents
    mailbox   TEXT NOT NULL
);

CREATE TABLE agents ( -- Staff who may log in to the back office
    id         CHAR(36) PRIMARY KEY, -- UUID; all zeros is UNKNOWN
    legacy_no  INTEGER UNIQUE,       -- the staff number of 2014, still printed on price labels
    name       TEXT NOT NULL,
    email      TEXT NOT NULL UNIQUE,
    team_id    INTEGER NOT NULL REFERENCES teams (id),
    manager_id CHAR(36) REFERENCES agents (id),
    hired_on   TEXT NOT NULL,
    left_on    TEXT NOT NULL DEFAULT '9999-12-31'
);

CREATE TABLE tickets (
    id             INTEGER PRIMARY KEY,
    customer_id    INTEGER NOT NULL, -- see customers
    order_id       INTEGER NOT NULL DEFAULT 0, -- 0 when the question is about no order
    subject        TEXT NOT NULL,
    status         SMALLINT NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 5),
    state          VARCHAR(12), -- set by the mail robot
    priority       SMALLINT NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5),
    channel        VARCHAR(8) NOT NULL CHECK (channel IN ('mail', 'phone', 'chat', 'letter')),
    assigned_to    CHAR(36) REFERENCES agents (id),
    merged_into_id INTEGER REFERENCES tickets (id),
    is_deleted     INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
    opened_at      TEXT NOT NULL,
    closed_at      TEXT
);

CREATE INDEX ix_tickets_open ON tickets (assigned_to, priority) WHERE status < 4;

CREATE TABLE ticketMessages ( /* 2014 */
    messageId  INTEGER PRIMARY KEY,
    ticketId   INTEGER NOT NULL REFERENCES tickets (id),
    authorType VARCHAR(10) NOT NULL CHECK (authorType IN ('agent', 'customer')),
    authorId   VARCHAR(36) NOT NULL, /* a UUID for agents, a number for customers */
    body       TEXT NOT NULL,
    sentAt     BIGINT NOT NULL /* milliseconds since 1970 */
);

CREATE TABLE notifications ( -- What was sent about what
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER NOT NULL,
    resource_type VARCHAR(20) NOT NULL,
    resource_id   INTEGER NOT NULL,
    template      TEXT NOT NULL,
    sent_at       TEXT NOT NULL,
    opened_at     TEXT
);

CREATE INDEX ix_notifications_resource ON notifications (resource_type, resource_id);

CREATE TABLE attachments (
    id         INTEGER PRIMARY KEY,
    owner_type VARCHAR(20) NOT NULL
               CHECK (owner_type IN ('Ticket', 'TicketMessage', 'ReturnRequest', 'KnowledgeArticle')),
    owner_id   INTEGER NOT NULL,
    file_name  TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    uploaded_at TEXT NOT NULL
);

CREATE TABLE KnowledgeArticles ( -- Help pages, 2022
    ArticleId   INTEGER PRIMARY KEY,
    Title       TEXT NOT NULL,
    Body        TEXT NOT NULL,
    ProductId   INTEGER, -- NULL for general pages
    AuthorId    CHAR(36) NOT NULL REFERENCES agents (id),
    Revision    INTEGER NOT NULL DEFAULT 1,
    PublishedAt TEXT,
    CreatedAt   TEXT NOT NULL
);

CREATE TABLE SatisfactionSurveys (
    SurveyId   INTEGER PRIMARY KEY,
    TicketId   INTEGER NOT NULL UNIQUE REFERENCES tickets (id),
    CustomerNo VARCHAR(12) NOT NULL, -- the number on the letterhead, not the id
    Score      SMALLINT NOT NULL CHECK (Score BETWEEN -1 AND 10), -- -1 not answered
    Remark     TEXT,
    AnsweredAt TEXT
);

CREATE TABLE audit_log ( -- Who changed which row of which table
    id         INTEGER PRIMARY KEY,
    table_name TEXT    NOT NULL,
    row_id     INTEGER NOT NULL,
    action     TEXT    NOT NULL CHECK (action IN ('I', 'U', 'D')),
    actor      TEXT,
    changed_at TEXT    NOT NULL,
    before     TEXT,
    after      TEXT
) STRICT;
