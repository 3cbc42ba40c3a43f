-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The support service: the people who answer, and what they are asked.

CREATE DATABASE shop_support
    CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci
    /*M!100500 COMMENT 'Questions and answers. @owner team-service' */;
USE shop_support;

CREATE TABLE teams (
    id      INT NOT NULL PRIMARY KEY,
    name    VARCHAR(40) NOT NULL UNIQUE,
    lead_id CHAR(36),
    mailbox VARCHAR(120) NOT NULL
) ENGINE = InnoDB;

CREATE TABLE agents (
    id         CHAR(36) NOT NULL PRIMARY KEY,
    legacy_no  INT UNIQUE COMMENT 'The staff number of 2014, still printed on price labels.',
    name       VARCHAR(80) NOT NULL,
    email      VARCHAR(120) NOT NULL UNIQUE,
    team_id    INT NOT NULL,
    manager_id CHAR(36),
    hired_on   DATE NOT NULL,
    left_on    DATE NOT NULL DEFAULT '9999-12-31',
    CONSTRAINT agents_team FOREIGN KEY (team_id) REFERENCES teams (id),
    CONSTRAINT agents_manager FOREIGN KEY (manager_id) REFERENCES agents (id)
) ENGINE = InnoDB COMMENT = 'Staff who may log in to the back office.';

CREATE TABLE tickets (
    id             INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id    INT NOT NULL,
    order_id       BIGINT NOT NULL DEFAULT 0 COMMENT '@sentinel 0=about no order\n@references shop_ordering.tmp_orders(id)',
    subject        VARCHAR(120) NOT NULL,
    status         SMALLINT NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 5),
    state          VARCHAR(12),
    priority       SMALLINT NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5),
    channel        ENUM ('mail', 'phone', 'chat', 'letter') NOT NULL,
    assigned_to    CHAR(36),
    merged_into_id INT,
    is_deleted     TINYINT(1) NOT NULL DEFAULT 0,
    opened_at      DATETIME NOT NULL,
    closed_at      DATETIME,
    INDEX ix_tickets_open (assigned_to, priority),
    CONSTRAINT tickets_agent FOREIGN KEY (assigned_to) REFERENCES agents (id) ON DELETE SET NULL,
    CONSTRAINT tickets_merged FOREIGN KEY (merged_into_id) REFERENCES tickets (id)
) ENGINE = InnoDB;

CREATE TABLE ticketMessages (
    messageId  INT NOT NULL PRIMARY KEY,
    ticketId   INT NOT NULL,
    authorType VARCHAR(10) NOT NULL CHECK (authorType IN ('agent', 'customer')),
    authorId   VARCHAR(36) NOT NULL COMMENT 'A UUID for agents, a number for customers.',
    body       TEXT CHARACTER SET utf8mb4 NOT NULL,
    sentAt     BIGINT NOT NULL COMMENT '@unit milliseconds since 1970',
    CONSTRAINT ticketMessages_ticket FOREIGN KEY (ticketId) REFERENCES tickets (id)
) ENGINE = InnoDB COMMENT = '@convention legacy-2014';

CREATE TABLE notifications (
    id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id   BIGINT NOT NULL,
    resource_type VARCHAR(20) NOT NULL,
    resource_id   BIGINT NOT NULL,
    template      VARCHAR(40) NOT NULL,
    sent_at       DATETIME NOT NULL,
    opened_at     DATETIME,
    INDEX ix_notifications_resource (resource_type, resource_id)
) ENGINE = InnoDB;

CREATE TABLE attachments (
    id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_type  VARCHAR(20) NOT NULL
                CHECK (owner_type IN ('Ticket', 'TicketMessage', 'ReturnRequest', 'KnowledgeArticle')),
    owner_id    BIGINT NOT NULL,
    file_name   VARCHAR(255) NOT NULL,
    size_bytes  INT NOT NULL,
    uploaded_at DATETIME NOT NULL
) ENGINE = InnoDB;

CREATE TABLE KnowledgeArticles (
    ArticleId   INT NOT NULL PRIMARY KEY,
    Title       VARCHAR(120) NOT NULL,
    Body        MEDIUMTEXT NOT NULL,
    ProductId   INT,
    AuthorId    CHAR(36) NOT NULL,
    Revision    INT NOT NULL DEFAULT 1,
    PublishedAt DATETIME,
    CreatedAt   DATETIME NOT NULL,
    FULLTEXT INDEX ft_articles (Title, Body),
    CONSTRAINT KnowledgeArticles_author FOREIGN KEY (AuthorId) REFERENCES agents (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb3 COMMENT = 'Help pages.\n@convention pascal-2022';

CREATE TABLE SatisfactionSurveys (
    SurveyId   INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    TicketId   INT NOT NULL UNIQUE,
    CustomerNo VARCHAR(12) CHARACTER SET latin1 NOT NULL COMMENT 'The number on the letterhead, not the id.',
    Score      SMALLINT NOT NULL COMMENT '@sentinel -1=not answered',
    Remark     TEXT,
    AnsweredAt DATETIME,
    CONSTRAINT SatisfactionSurveys_score CHECK (Score BETWEEN -1 AND 10),
    CONSTRAINT SatisfactionSurveys_ticket FOREIGN KEY (TicketId) REFERENCES tickets (id)
) ENGINE = InnoDB;

CREATE TABLE audit_log (
    id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    table_name   VARCHAR(64) NOT NULL,
    row_id       BIGINT NOT NULL,
    action       CHAR(1) NOT NULL CHECK (action IN ('I', 'U', 'D')),
    actor        VARCHAR(80),
    changed_at   DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    before_value JSON,
    after_value  JSON
) ENGINE = InnoDB COMMENT = 'Who changed which row of which table.';
