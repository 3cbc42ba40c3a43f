-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The billing service: documents, money in, money out, the ledger.

CREATE DATABASE shop_billing
    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
    /*M!100500 COMMENT 'Documents and money. @owner team-accounts' */;
USE shop_billing;

CREATE TABLE tax_rates (
    country_code CHAR(2) NOT NULL,
    tax_class    CHAR(1) NOT NULL,
    valid_from   DATE NOT NULL,
    valid_to     DATE NOT NULL DEFAULT '9999-12-31',
    percent      DECIMAL(4, 2) NOT NULL,
    PRIMARY KEY (country_code, tax_class, valid_from),
    CONSTRAINT tax_rates_percent CHECK (percent BETWEEN 0 AND 30),
    CONSTRAINT tax_rates_span CHECK (valid_from < valid_to)
) ENGINE = InnoDB;

CREATE TABLE paymentMethods (
    methodCode  VARCHAR(12) NOT NULL PRIMARY KEY,
    displayName VARCHAR(40) NOT NULL,
    feePercent  DECIMAL(4, 2) NOT NULL DEFAULT 0,
    isActive    TINYINT NOT NULL DEFAULT 1
) ENGINE = InnoDB DEFAULT CHARSET = latin1;

CREATE TABLE invoices (
    id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    invoice_no    VARCHAR(16) NOT NULL UNIQUE,
    document_type VARCHAR(12) NOT NULL DEFAULT 'invoice',
    order_id      BIGINT NOT NULL COMMENT 'An order of the ordering service, archived ones too.',
    customer_id   BIGINT NOT NULL,
    status        SMALLINT NOT NULL DEFAULT 0,
    currency      CHAR(3) NOT NULL DEFAULT 'EUR',
    net_cents     BIGINT NOT NULL,
    tax_cents     BIGINT NOT NULL,
    gross_cents   BIGINT GENERATED ALWAYS AS (net_cents + tax_cents) STORED,
    issued_on     DATE NOT NULL,
    issued_year   SMALLINT GENERATED ALWAYS AS (YEAR(issued_on)) VIRTUAL,
    due_date      VARCHAR(8) NOT NULL COMMENT 'As the bank file wants it.\n@format YYYYMMDD\n@sentinel 99991231=never',
    INDEX ix_invoices_order (order_id),
    INDEX ix_invoices_year (issued_year),
    -- the one declared key that leaves its service
    CONSTRAINT invoices_customer FOREIGN KEY (customer_id) REFERENCES shop_ordering.customers (id) ON UPDATE CASCADE,
    CONSTRAINT invoices_type CHECK (document_type IN ('invoice', 'credit_note', 'pro_forma')),
    CONSTRAINT invoices_status CHECK (status IN (0, 1, 2, 3, 5))
) ENGINE = InnoDB;

CREATE TABLE invoice_lines (
    invoice_id  BIGINT NOT NULL,
    line_no     SMALLINT NOT NULL,
    product_id  INT NOT NULL,
    description VARCHAR(120) NOT NULL,
    quantity    INT NOT NULL,
    net_cents   BIGINT NOT NULL,
    tax_country CHAR(2) NOT NULL,
    tax_class   CHAR(1) NOT NULL,
    tax_from    DATE NOT NULL,
    PRIMARY KEY (invoice_id, line_no),
    CONSTRAINT invoice_lines_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT invoice_lines_rate FOREIGN KEY (tax_country, tax_class, tax_from)
        REFERENCES tax_rates (country_code, tax_class, valid_from)
) ENGINE = InnoDB;

CREATE TABLE credit_notes (
    invoice_id           BIGINT NOT NULL PRIMARY KEY,
    corrected_invoice_id BIGINT NOT NULL,
    reason               VARCHAR(60) NOT NULL,
    CONSTRAINT credit_notes_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT credit_notes_corrected FOREIGN KEY (corrected_invoice_id) REFERENCES invoices (id)
) ENGINE = InnoDB COMMENT = 'Subtype of invoices for document_type ''credit_note''.';

CREATE TABLE payments (
    id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    invoice_id     BIGINT NOT NULL,
    method         VARCHAR(12) CHARACTER SET latin1 NOT NULL,
    amount_cents   INT NOT NULL CHECK (amount_cents > 0),
    received_at    DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    payload        JSON NOT NULL COMMENT 'What the provider sent, as it came. Three generations.',
    transaction_id VARCHAR(40) GENERATED ALWAYS AS (coalesce(
                       json_unquote(json_extract(payload, '$.txnId')),
                       json_unquote(json_extract(payload, '$.transaction_id')),
                       json_unquote(json_extract(payload, '$.Data.TransactionId')))) STORED,
    INDEX ix_payments_transaction (transaction_id),
    CONSTRAINT payments_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT payments_method FOREIGN KEY (method) REFERENCES paymentMethods (methodCode)
) ENGINE = InnoDB AUTO_INCREMENT = 70001;

CREATE TABLE refunds (
    id                INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    payment_id        BIGINT NOT NULL,
    return_request_id BIGINT,
    amount_cents      INT NOT NULL CHECK (amount_cents > 0),
    refunded_at       DATETIME NOT NULL,
    approved_by       CHAR(36),
    CONSTRAINT refunds_payment FOREIGN KEY (payment_id) REFERENCES payments (id)
) ENGINE = InnoDB;

CREATE TABLE DunningLetters (
    DunningLetterId INT NOT NULL PRIMARY KEY,
    InvoiceId       BIGINT NOT NULL,
    Level           SMALLINT NOT NULL CHECK (Level BETWEEN 1 AND 3),
    FeeCents        INT NOT NULL DEFAULT 0,
    SentOn          VARCHAR(10) NOT NULL COMMENT 'From the print shop.\n@format MM/DD/YYYY',
    CONSTRAINT DunningLetters_invoice FOREIGN KEY (InvoiceId) REFERENCES invoices (id)
) ENGINE = InnoDB;

CREATE TABLE ledger_accounts (
    account_no CHAR(4) NOT NULL PRIMARY KEY,
    title      VARCHAR(40) NOT NULL,
    parent_no  CHAR(4),
    CONSTRAINT ledger_accounts_parent FOREIGN KEY (parent_no) REFERENCES ledger_accounts (account_no)
) ENGINE = InnoDB;

CREATE TABLE ledger_entries (
    id                BIGINT NOT NULL PRIMARY KEY,
    account_no        CHAR(4) NOT NULL,
    invoice_id        BIGINT,
    payment_id        BIGINT,
    refund_id         INT,
    amount_cents      BIGINT NOT NULL,
    booked_on         DATE NOT NULL,
    reverses_entry_id BIGINT,
    CONSTRAINT ledger_entries_account FOREIGN KEY (account_no) REFERENCES ledger_accounts (account_no),
    CONSTRAINT ledger_entries_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT ledger_entries_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
    CONSTRAINT ledger_entries_refund FOREIGN KEY (refund_id) REFERENCES refunds (id),
    CONSTRAINT ledger_entries_reverses FOREIGN KEY (reverses_entry_id) REFERENCES ledger_entries (id),
    CONSTRAINT ledger_entries_one_document
        CHECK ((invoice_id IS NOT NULL) + (payment_id IS NOT NULL) + (refund_id IS NOT NULL) = 1)
) ENGINE = InnoDB;
