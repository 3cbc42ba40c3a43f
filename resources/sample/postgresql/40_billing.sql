-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The billing service: documents, money in, money out, the ledger.

SET ROLE shop_owner;
SET search_path = billing;

CREATE TABLE tax_rates (
    country_code char(2)             NOT NULL,
    tax_class    catalogue.tax_class NOT NULL, -- a type of another service
    valid_from   date                NOT NULL,
    valid_to     date                NOT NULL DEFAULT '9999-12-31',
    percent      numeric(4, 2)       NOT NULL CHECK (percent BETWEEN 0 AND 30),
    PRIMARY KEY (country_code, tax_class, valid_from),
    CHECK (valid_from < valid_to)
);

CREATE TABLE "paymentMethods" (
    "methodCode"  varchar(12) PRIMARY KEY,
    "displayName" varchar(40) NOT NULL,
    "feePercent"  numeric(4, 2) NOT NULL DEFAULT 0,
    amounts       rate_range,
    "isActive"    boolean NOT NULL DEFAULT true
);

CREATE TABLE invoices (
    id            bigint PRIMARY KEY DEFAULT nextval('invoice_number_seq'),
    invoice_no    varchar(16) NOT NULL UNIQUE,
    document_type varchar(12) NOT NULL DEFAULT 'invoice'
                  CHECK (document_type IN ('invoice', 'credit_note', 'pro_forma')),
    order_id      bigint NOT NULL,
    -- the one declared key that leaves its service
    customer_id   bigint NOT NULL REFERENCES ordering.customers (id) ON UPDATE CASCADE,
    status        smallint NOT NULL DEFAULT 0 CHECK (status IN (0, 1, 2, 3, 5)),
    currency      char(3) NOT NULL DEFAULT 'EUR',
    net_cents     cents,
    tax_cents     cents,
    gross_cents   bigint GENERATED ALWAYS AS (net_cents + tax_cents) STORED,
    issued_on     date NOT NULL,
    due_date      varchar(8) NOT NULL
);

CREATE INDEX ix_invoices_order ON invoices (order_id);
CREATE INDEX ix_invoices_unpaid ON invoices (due_date) INCLUDE (customer_id, gross_cents)
    WHERE status IN (0, 1);

CREATE TABLE invoice_lines (
    invoice_id  bigint   NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    line_no     smallint NOT NULL,
    product_id  integer  NOT NULL,
    description text     NOT NULL,
    quantity    integer  NOT NULL,
    net_cents   cents,
    tax_country char(2)  NOT NULL,
    tax_class   catalogue.tax_class NOT NULL,
    tax_from    date     NOT NULL,
    PRIMARY KEY (invoice_id, line_no),
    FOREIGN KEY (tax_country, tax_class, tax_from)
        REFERENCES tax_rates (country_code, tax_class, valid_from)
);

CREATE TABLE credit_notes (
    invoice_id           bigint PRIMARY KEY REFERENCES invoices (id),
    corrected_invoice_id bigint NOT NULL REFERENCES invoices (id),
    reason               text NOT NULL
);

CREATE TABLE payments (
    id           bigint GENERATED ALWAYS AS IDENTITY (START WITH 70001) PRIMARY KEY,
    invoice_id   bigint NOT NULL REFERENCES invoices (id),
    method       varchar(12) NOT NULL REFERENCES "paymentMethods" ("methodCode"),
    amount_cents integer NOT NULL CHECK (amount_cents > 0),
    received_at  timestamptz NOT NULL DEFAULT now(),
    payload      jsonb NOT NULL
);

CREATE INDEX ix_payments_invoice ON payments (invoice_id);
CREATE INDEX ix_payments_transaction ON payments
    (coalesce(payload ->> 'txnId', payload ->> 'transaction_id', payload #>> '{Data,TransactionId}'));

CREATE TABLE refunds (
    id                serial PRIMARY KEY,
    payment_id        bigint NOT NULL REFERENCES payments (id) DEFERRABLE,
    return_request_id bigint,
    amount_cents      integer NOT NULL CHECK (amount_cents > 0),
    refunded_at       timestamptz NOT NULL,
    approved_by       char(36)
);

CREATE TABLE "DunningLetters" (
    "DunningLetterId" integer PRIMARY KEY,
    "InvoiceId"       bigint NOT NULL REFERENCES invoices (id),
    "Level"           smallint NOT NULL CHECK ("Level" BETWEEN 1 AND 3),
    "FeeCents"        integer NOT NULL DEFAULT 0,
    "SentOn"          varchar(10) NOT NULL
);

CREATE TABLE ledger_accounts (
    account_no char(4) PRIMARY KEY,
    title      text NOT NULL,
    parent_no  char(4) REFERENCES ledger_accounts (account_no)
);

CREATE TABLE ledger_entries (
    id                bigint PRIMARY KEY,
    account_no        char(4) NOT NULL REFERENCES ledger_accounts (account_no),
    invoice_id        bigint REFERENCES invoices (id),
    payment_id        bigint REFERENCES payments (id),
    refund_id         integer REFERENCES refunds (id),
    amount_cents      bigint NOT NULL,
    booked_on         date NOT NULL,
    reverses_entry_id bigint REFERENCES ledger_entries (id),
    CONSTRAINT ledger_entries_one_document CHECK (num_nonnulls(invoice_id, payment_id, refund_id) = 1)
);

RESET ROLE;
ALTER TABLE billing.ledger_accounts OWNER TO accounting_owner;
ALTER TABLE billing.ledger_entries OWNER TO accounting_owner;
-- the new owner still has to find the tables that its keys refer to
GRANT USAGE ON SCHEMA billing TO accounting_owner;
GRANT SELECT, REFERENCES ON billing.invoices, billing.payments, billing.refunds TO accounting_owner;
RESET search_path;
