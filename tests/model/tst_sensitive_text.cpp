// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What looks like a secret or like personal data; and what only describes one. Every secret here is
// made up.
#include "model/notes/sensitive_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString found(const QString& text)
{
    QStringList parts;
    for (const SensitivePart& part : sensitivePartsOf(text))
        parts << QString(part.kind + QLatin1Char('|') + text.mid(part.start, part.length));
    return parts.join(QLatin1Char('\n'));
}

} // namespace

class tst_SensitiveText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char* text, const char* parts) {
            QTest::newRow(text) << u(text) << u(parts);
        };
        row("Login app, password: hunter22", "password|hunter22");
        row("Default password is 'changeIt'.", "password|changeIt");
        row("pwd=Sommer2019!; host=db", "password|Sommer2019!");
        row("Kennwort: Geheim#1", "password|Geheim#1");
        row("Das Passwort ist Geheim1.", "password|Geheim1");
        row("contraseña = clave99", "password|clave99");
        row("Server=db;Uid=app;Pwd=p4ssw0rt;", "password|p4ssw0rt");
        row("postgresql://app:s3cr3t@db.shop.de/shop", "password|s3cr3t");
        row("see mysql://root:letmein@10.0.0.1:3306", "password|letmein");
        row("api_key = 9f8e7d6c5b4a", "token|9f8e7d6c5b4a");
        row("API key: \"a1b2c3d4e5\"", "token|a1b2c3d4e5");
        row("client_secret=Zx81Qw42", "token|Zx81Qw42");
        row("key AKIA2E0A8F3B244C9986 of the importer", "token|AKIA2E0A8F3B244C9986");
        row("ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "token|ghp_0123456789abcdefghijABCDEFGHIJ012345");
        row("glpat-AbCdEfGhIj0123456789", "token|glpat-AbCdEfGhIj0123456789");
        row("sk_live_0123456789abcdefAB", "token|sk_live_0123456789abcdefAB");
        row("Authorization: Bearer 0a1b2c3d4e5f6a7b8c9d0e1f",
            "token|Bearer 0a1b2c3d4e5f6a7b8c9d0e1f");
        row("eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJSMeK",
            "token|eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJSMeK");
        row("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nwords",
            "private key|-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----");
        row("-----BEGIN OPENSSH PRIVATE KEY----- cut",
            "private key|-----BEGIN OPENSSH PRIVATE KEY-----");
        row("e.g. $2b$12$KIXQ4z7bWbN5dX0Jr8yqUuO9b0m4Yt6s8JcV1n2m3l4k5j6h7g8fO",
            "password hash|$2b$12$KIXQ4z7bWbN5dX0Jr8yqUuO9b0m4Yt6s8JcV1n2m3l4k5j6h7g8fO");
        row("Ask lena.vogt@kupferkessel.de", "e-mail address|lena.vogt@kupferkessel.de");
        row("<t.braun+db@shop.co.uk>", "e-mail address|t.braun+db@shop.co.uk");
        row("@owner billing\n@see mailto=h.weber@shop.de", "e-mail address|h.weber@shop.de");
        row("Card 4929 1234 5678 9019 of the first order", "");
        row("Card 4539 1488 0343 6467 paid", "card number|4539 1488 0343 6467");
        row("4539148803436467", "card number|4539148803436467");
        row("5425-2334-3010-9903", "card number|5425-2334-3010-9903");
        row("amex 3742 454554 00126", "card number|3742 454554 00126");
        row("IBAN DE02 1203 0000 0000 2020 51.", "bank account|DE02 1203 0000 0000 2020 51");
        row("FR7630006000011234567890189", "bank account|FR7630006000011234567890189");
        row("a@kupferkessel.de and password=abc123!",
            "e-mail address|a@kupferkessel.de\npassword|abc123!");
    }

    void secrets()
    {
        QFETCH(QString, text);
        QTEST(found(text), "parts");
    }

    void descriptions_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {
                 "Password hash, bcrypt",
                 "password: bcrypt",
                 "Password hash (SHA-256, hex)",
                 "password: argon2id",
                 "Password: varchar(60)",
                 "password is hashed with bcrypt",
                 "Password: see the vault",
                 "password = passwordHash",
                 "password: pw_hash_2",
                 "pwd: legacy_pwd2",
                 "password: ********",
                 "password=<password>",
                 "password=${DB_PASSWORD}",
                 "pin: 4 digits",
                 "PIN: 1234",
                 "token: 64 characters",
                 "token: 36-char UUID",
                 "Token is sha256 of the session",
                 "token: base64url",
                 "Token: v2.1",
                 "secret: see 1Password",
                 "API key is stored in the vault",
                 "api_key: customers.api_key1",
                 "access key is rotated every 90 days",
                 "@values token=API token, password=password login",
                 "@called password_hash",
                 "@null no password was ever set",
                 "The secret is kept elsewhere",
                 "password changed at 2019-01-01",
                 "password was 2019-01-01 12:00 changed last",
                 "postgresql://app@db.shop.de/shop",
                 "postgresql://app:***@db/shop",
                 "postgresql://user:password@host/db",
                 "https://example.org:8080/a@b",
                 "AKIAIOSFODNN7EXAMPLE",
                 "e.g. 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
                 "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 "-----BEGIN CERTIFICATE-----",
                 "-----BEGIN PUBLIC KEY-----",
                 "name@example.org",
                 "someone@shop.test",
                 "support@kupferkessel.de",
                 "noreply@kupferkessel.de",
                 "billing-team@kupferkessel.de",
                 "first.last@shop.de",
                 "git@github.com:shop/schema.git",
                 "svc_billing@localhost",
                 "app@%",
                 "user@10.0.0.1",
                 "@owner billing",
                 "e-mail of the customer, lower case",
                 "4111 1111 1111 1111",
                 "4242424242424242",
                 "0000 0000 0000 0000",
                 "4539 1488 0343 6468",
                 "1672531200000",
                 "9223372036854775807",
                 "4006381333931",
                 "1234567890123456",
                 "order 4539148803436467x",
                 "v4.539148803436467",
                 "20190101120000",
                 "DE89 3704 0044 0532 0130 00",
                 "DE02 1203 0000 0000 2020 52",
                 "AB12 3456 7890 1234 56",
                 "FK to carrier_list.code",
                 "VIP flag. 0=no, 1=yes",
                 "DD.MM.YYYY",
                 "tax_class + country, 12 % or 19 %",
                 "",
             })
            QTest::newRow(text) << u(text);
    }

    void descriptions()
    {
        QFETCH(QString, text);
        QCOMPARE(found(text), QString());
    }

    void longTextsTakeNoLongTime_data()
    {
        QTest::addColumn<QString>("part");
        for (const char* part :
             {"a", "a@", "1", "4539 ", "password: ", "://a:", "eyJ", "A1", "a.b-c+",
              "-----BEGIN PRIVATE KEY-----", "DE02 1203 ", "words and words. "})
            QTest::newRow(part) << u(part);
    }

    void longTextsTakeNoLongTime()
    {
        QFETCH(QString, part);
        const QString text = part.repeated(1000000 / part.size());
        QElapsedTimer timer;
        timer.start();
        sensitivePartsOf(text);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(tst_SensitiveText)
#include "tst_sensitive_text.moc"
