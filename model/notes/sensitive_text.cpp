// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Patterns of secrets and of addresses, and what only looks like them; see the header. A warning
// that is mostly wrong is not read: where a text may well be a description, nothing is found.
#include "model/notes/sensitive_text.h"

#include "model/notes/sensitive_numbers.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

struct SecretPattern
{
    QString kind;
    QRegularExpression pattern; ///< all of it is the secret, or its first group is
};

QRegularExpression expression(const char* pattern, bool ignoresCase = false)
{
    return QRegularExpression(QLatin1String(pattern),
                              ignoresCase ? QRegularExpression::CaseInsensitiveOption
                                          : QRegularExpression::NoPatternOption);
}

/// Secrets with a form of their own: nothing else looks like them.
const std::vector<SecretPattern>& wellKnownSecrets()
{
    static const QString token = QStringLiteral("token");
    static const std::vector<SecretPattern> patterns{
        {QStringLiteral("private key"),
         expression("-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----"
                    "(?:[\\s\\S]{0,20000}?-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?")},
        {token, expression("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b")},
        {token, expression("\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b")},
        {token, expression("\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b")},
        {token, expression("\\bglpat-[A-Za-z0-9_-]{20,}")},
        {token, expression("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}")},
        {token, expression("\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}\\b")},
        {token, expression("\\bAIza[0-9A-Za-z_-]{35}")},
        {token, expression("\\bsk-(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{32,}")},
        {token, expression("\\bnpm_[A-Za-z0-9]{36}\\b")},
        {token, expression("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}")},
        {token, expression("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}")},
        {token, expression("\\bBearer (?=[^ ]*[0-9])[A-Za-z0-9._~+/-]{20,}=*", true)},
        {QStringLiteral("password hash"), expression("\\$2[abxy]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}")},
        {QStringLiteral("password hash"),
         expression(
             "\\$argon2(?:id?|d)\\$v=[0-9]+\\$[a-z0-9=,]+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+")},
        {QStringLiteral("password hash"),
         expression("\\$[156]\\$(?:rounds=[0-9]+\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{22,86}")},
    };
    return patterns;
}

bool isPlaceholder(QStringView value)
{
    static const QRegularExpression pattern = expression(
        "\\A(?:[*x.#?_-]+|[<{$%\\[].*|(?:the|my|your|a)?[_-]?"
        "(?:pass(?:word|wd|wort|phrase)?|pwd|pw|kennwort|secret|token|key|changeme|example))\\z",
        true);
    return pattern.match(value.toString()).hasMatch();
}

/// Not a word, a type, a procedure, or the name of a column.
bool looksLikeSecret(const QString& value)
{
    static const QRegularExpression term = expression(
        "\\A(?:bcrypt|scrypt|argon2(?:id?|d)?|pbkdf2|md5|sha-?[0-9]+|hmac.*|base-?(?:32|58|64).*|"
        "utf-?8.*|aes.*|rsa.*|ed25519|oauth.*|oidc.*|saml.*|rfc-?[0-9]+|v[0-9.]+|[0-9]+[a-z]{1,5}|"
        "iso-?[0-9].*|u?uid.*|(?:var)?char.*|[0-9]+(?:-|x)(?:bit|byte|char|digit)s?|"
        "[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[a-z]+(?:[_.][a-z0-9]+)+)\\z",
        true);
    static const QRegularExpression letter = expression("[A-Za-z]");
    static const QRegularExpression digit = expression("[0-9]");
    static const QRegularExpression mark = expression("[!$%&#@+^~?]");
    if (value.size() < 6 || isPlaceholder(value) || term.match(value).hasMatch())
        return false;
    const bool isMixed = value.contains(letter) && (value.contains(digit) || value.contains(mark));
    const bool isNumber = value.size() >= 8 && !value.contains(letter);
    return isMixed || (isNumber && value.contains(digit) && value.contains(mark));
}

/// "password: hunter2", `api_key = "..."`; a quoted value need not look like anything.
void addNamedSecrets(const QString& text, std::vector<SensitivePart>& parts)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?<![a-z0-9])(?:(pass(?:word|wort|phrase|wd)|pwd|kennwort|mot de passe|"
            "contrase\\x{f1}a|wachtwoord|pin)|"
            "(secret|token|api[_ -]?key|access[_ -]?key|secret[_ -]?key|private[_ -]?key|"
            "client[_ -]?secret|auth[_ -]?token|credentials?))"
            "(?:\\s?(?::=|[:=])\\s?|\\s(?:is|ist|was|est)\\s(?:still\\s|set\\sto\\s)?|\\s(?=['\"`])"
            ")"
            "(?:(['\"`])([^'\"`\\s]{4,128})\\3|([^\\s'\"`,;()<>|]{4,256}))(?![(\\w])"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int group = match.capturedLength(4) > 0 ? 4 : 5;
        QString value = match.captured(group);
        while (value.endsWith(QLatin1Char('.')) || value.endsWith(QLatin1Char(':')))
            value.chop(1);
        const bool isPassword = match.capturedLength(1) > 0;
        const bool isQuotedPassword = group == 4 && isPassword && !isPlaceholder(value) &&
                                      value.size() >= 6 && !value.contains(QLatin1Char('_'));
        if (!isQuotedPassword && !looksLikeSecret(value))
            continue;
        parts.push_back({isPassword ? QStringLiteral("password") : QStringLiteral("token"),
                         match.capturedStart(group), value.size()});
    }
}

/// `scheme://user:password@host`
void addPasswordsOfUrls(const QString& text, std::vector<SensitivePart>& parts)
{
    static const QRegularExpression pattern =
        expression("(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}://[^\\s/:@'\"]{0,64}:([^\\s/"
                   "@'\"]{1,128})@[a-z0-9\\[]",
                   true);
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (!isPlaceholder(match.captured(1)))
            parts.push_back(
                {QStringLiteral("password"), match.capturedStart(1), match.capturedLength(1)});
    }
}

/// Addresses of teams and machines, and such as stand in examples.
bool isNobodysAddress(const QString& name, const QString& domain)
{
    static const QRegularExpression example =
        expression("(?:^|\\.)(?:example(?:\\.[a-z]+)?|test|invalid|localhost|local|internal|"
                   "(?:company|domain|yourcompany|acme)\\.[a-z]+)$",
                   true);
    static const QRegularExpression role = expression(
        "^(?:(?:no|do-?not)-?reply|info|support|help(?:desk)?|service|contact|kontakt|office|admin."
        "*|"
        "root|postmaster|webmaster|hostmaster|mailer-daemon|sales|billing|accounting|accounts|"
        "buchhaltung|team|dev|ops|devops|sre|dba|data|security|abuse|marketing|hr|jobs|press|"
        "privacy|datenschutz|legal|feedback|newsletter|orders?|shop|git|user(?:name)?|name|you|"
        "someone|somebody|first(?:name)?\\.last(?:name)?|vorname\\.nachname|(?:john|jane)\\.?doe|"
        "max\\.mustermann|foo|bar|test.*|x+)(?:[+-].*|-team)?$|"
        "(?:^|[._-])(?:team|group|list|alerts?|bot|service|dba|ops|support)$",
        true);
    return example.match(domain).hasMatch() || role.match(name).hasMatch();
}

void addPeoplesAddresses(const QString& text, std::vector<SensitivePart>& parts)
{
    static const QRegularExpression pattern =
        expression("(?<![a-z0-9._%+:/"
                   "@-])([a-z0-9][a-z0-9._%+-]{0,63})@((?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,24})"
                   "(?![a-z0-9@_-])",
                   true);
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (!isNobodysAddress(match.captured(1), match.captured(2)))
            parts.push_back(
                {QStringLiteral("e-mail address"), match.capturedStart(), match.capturedLength()});
    }
}

bool isExample(const QString& secret)
{
    return secret.endsWith(QLatin1String("EXAMPLE"));
}

void addWellKnownSecrets(const QString& text, std::vector<SensitivePart>& parts)
{
    for (const SecretPattern& secret : wellKnownSecrets()) {
        for (auto it = secret.pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (!isExample(match.captured()))
                parts.push_back({secret.kind, match.capturedStart(), match.capturedLength()});
        }
    }
}

/// In the order of the text; of two that overlap the first, of two at one place the longer.
std::vector<SensitivePart> withoutOverlaps(std::vector<SensitivePart> parts)
{
    std::ranges::stable_sort(parts, [](const SensitivePart& a, const SensitivePart& b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    std::vector<SensitivePart> result;
    for (SensitivePart& part : parts) {
        const bool overlaps =
            !result.empty() && part.start < result.back().start + result.back().length;
        if (!overlaps)
            result.push_back(std::move(part));
    }
    return result;
}

} // namespace

std::vector<SensitivePart> sensitivePartsOf(const QString& text)
{
    std::vector<SensitivePart> parts;
    addWellKnownSecrets(text, parts);
    addNamedSecrets(text, parts);
    addPasswordsOfUrls(text, parts);
    if (text.contains(QLatin1Char('@')))
        addPeoplesAddresses(text, parts);
    for (const auto& found : {cardNumbersIn(text), bankAccountsIn(text)})
        parts.insert(parts.end(), found.begin(), found.end());
    return withoutOverlaps(std::move(parts));
}

} // namespace cadastre
