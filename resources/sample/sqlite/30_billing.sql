-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The billing service: documents, money in, money out, the ledger.

CREATE TABLE tax_rates (
    country_code CHAR(2) NOT NULL,
    tax_class    CHAR(1) NOT NULL, -- S standard, R reduced, Z zero
    valid_from   TEXT    NOT NULL,
    valid_to     TEXT    NOT NULL DEFAULT '9999-12-31',
    percent      REAL    NOT NULL CHECK (percent BETWEEN 0 AND 30),
    PRIMARY KEY (country_code, tax_class, valid_from),
    CHECK (valid_from < valid_to)
) WITHOUT ROWID;

CREATE TABLE paymentMethods ( /* 2014 */
    methodCode  VARCHAR(12) PRIMARY KEY,
    displayName VARCHAR(40) NOT NULL,
    feePercent  DECIMAL(4,2) NOT NULL DEFAULT 0,
    isActive    TINYINT NOT NULL DEFAULT 1
);

CREATE TABLE invoices ( -- Every document that goes to a customer, also credit notes and pro formas
    id            INTEGER PRIMARY KEY,
    invoice_no    VARCHAR(16) NOT NULL UNIQUE,
    document_type VARCHAR(12) NOT NULL DEFAULT 'invoice'
                  CHECK (document_type IN ('invoice', 'credit_note', 'pro_forma')),
    order_id      INTEGER NOT NULL, -- an order of the ordering service, archived ones too
    customer_id   INTEGER NOT NULL,
    status        SMALLINT NOT NULL DEFAULT 0 CHECK (status IN (0, 1, 2, 3, 5)),
    currency      CHAR(3) NOT NULL DEFAULT 'EUR',
    net_cents     INTEGER NOT NULL,
    tax_cents     INTEGER NOT NULL,
    gross_cents   INTEGER GENERATED ALWAYS AS (net_cents + tax_cents) STORED,
    issued_on     TEXT NOT NULL,
    due_date      VARCHAR(8) NOT NULL, -- YYYYMMDD, as the bank file wants it; 99991231 never
    issued_year   INTEGER GENERATED ALWAYS AS (CAST(substr(issued_on, 1, 4) AS INTEGER)) VIRTUAL
);

CREATE INDEX ix_invoices_order ON invoices (order_id);
CREATE INDEX ix_invoices_customer ON invoices (customer_id);
CREATE INDEX ix_invoices_unpaid ON invoices (due_date) WHERE status IN (0, 1);

CREATE TABLE invoice_lines (
    invoice_id   INTEGER NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    line_no      INTEGER NOT NULL,
    product_id   INTEGER NOT NULL,
    description  TEXT    NOT NULL,
    quantity     INTEGER NOT NULL,
    net_cents    INTEGER NOT NULL,
    tax_country  CHAR(2) NOT NULL,
    tax_class    CHAR(1) NOT NULL,
    tax_from     TEXT    NOT NULL,
    PRIMARY KEY (invoice_id, line_no),
    FOREIGN KEY (tax_country, tax_class, tax_from)
        REFERENCES tax_rates (country_code, tax_class, valid_from)
);

CREATE TABLE credit_notes ( -- Subtype of invoices for document_type = 'credit_note'
    invoice_id           INTEGER PRIMARY KEY REFERENCES invoices (id),
    corrected_invoice_id INTEGER NOT NULL REFERENCES invoices (id),
    reason               TEXT NOT NULL
);

CREATE TABLE payments ( -- Money that came in
    id           INTEGER PRIMARY KEY,
    invoice_id   INTEGER NOT NULL REFERENCES invoices (id),
    method       VARCHAR(12) NOT NULL REFERENCES paymentMethods (methodCode),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    received_at  TEXT NOT NULL,
    /* What the provider sent, as it came.
       2014: {"txnId", "amt", "cur"}
       2019: {"version": 2, "transaction_id", "amount", ...}
       2022: {"SchemaVersion": 3, "Data": {...}} */
    payload      TEXT NOT NULL CHECK (json_valid(payload))
);

CREATE INDEX ix_payments_invoice ON payments (invoice_id);
CREATE INDEX ix_payments_transaction ON payments (
    coalesce(json_extract(payload, '$.txnId'),
             json_extract(payload, '$.transaction_id'),
             json_extract(payload, '$.Data.TransactionId'))
);

CREATE TABLE refunds (
    id                INTEGER PRIMARY KEY,
    payment_id        INTEGER NOT NULL REFERENCES payments (id),
    return_request_id INTEGER, -- a return of the ordering service; NULL for goodwill
    amount_cents      INTEGER NOT NULL CHECK (amount_cents > 0),
    refunded_at       TEXT NOT NULL,
    approved_by       CHAR(36)
);

CREATE TABLE DunningLetters ( -- 2022
    DunningLetterId INTEGER PRIMARY KEY,
    InvoiceId       INTEGER NOT NULL REFERENCES invoices (id),
    Level           SMALLINT NOT NULL CHECK (Level BETWEEN 1 AND 3),
    FeeCents        INTEGER NOT NULL DEFAULT 0,
    SentOn          VARCHAR(10) NOT NULL -- MM/DD/YYYY, from the print shop
);

CREATE TABLE ledger_accounts (
    account_no  CHAR(4) PRIMARY KEY,
    title       TEXT NOT NULL,
    parent_no   CHAR(4) REFERENCES ledger_accounts (account_no)
) WITHOUT ROWID;

CREATE TABLE ledger_entries (
    id                INTEGER PRIMARY KEY,
    account_no        CHAR(4) NOT NULL REFERENCES ledger_accounts (account_no),
    invoice_id        INTEGER REFERENCES invoices (id),
    payment_id        INTEGER REFERENCES payments (id),
    refund_id         INTEGER REFERENCES refunds (id),
    amount_cents      INTEGER NOT NULL,
    booked_on         TEXT NOT NULL,
    reverses_entry_id INTEGER REFERENCES ledger_entries (id),
    -- an entry comes from exactly one document
    CHECK ((invoice_id IS NOT NULL) + (payment_id IS NOT NULL) + (refund_id IS NOT NULL) = 1)
);
