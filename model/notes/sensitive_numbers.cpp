// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Check digits of cards and accounts; see the header.
#include "model/notes/sensitive_numbers.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace cadastre {

namespace {

QString withoutGaps(const QString& number)
{
    QString digits;
    for (QChar c : number) {
        if (c.isLetterOrNumber())
            digits += c;
    }
    return digits;
}

/// H. P. Luhn's sum, from the right, every second digit doubled.
bool hasRightCheckDigit(const QString& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 0 ? digit : doubled;
    }
    return sum % 10 == 0;
}

bool isOfIssuer(const QString& digits)
{
    const int four = digits.first(4).toInt();
    const auto among = [&](int first, int last, int divisor) {
        return four / divisor >= first && four / divisor <= last;
    };
    if (digits.size() == 16)
        return among(4, 4, 1000) || among(51, 55, 100) || among(2221, 2720, 1) ||
               among(6011, 6011, 1) || among(644, 659, 10) || among(3528, 3589, 1);
    if (digits.size() == 15)
        return among(34, 34, 100) || among(37, 37, 100);
    return digits.size() == 14 && (among(300, 305, 10) || among(36, 36, 100) || among(38, 39, 100));
}

const QSet<QString>& numbersForTests()
{
    static const QSet<QString> numbers{
        QStringLiteral("4111111111111111"), QStringLiteral("4242424242424242"),
        QStringLiteral("4012888888881881"), QStringLiteral("4000000000000002"),
        QStringLiteral("5555555555554444"), QStringLiteral("5105105105105100"),
        QStringLiteral("2223003122003222"), QStringLiteral("6011111111111117"),
        QStringLiteral("6011000990139424"), QStringLiteral("3530111333300000"),
        QStringLiteral("3566002020360505"), QStringLiteral("378282246310005"),
        QStringLiteral("371449635398431"),  QStringLiteral("30569309025904"),
        QStringLiteral("38520000023237"),
    };
    return numbers;
}

const QSet<QString>& accountsForExamples()
{
    static const QSet<QString> accounts{
        QStringLiteral("DE89370400440532013000"),
        QStringLiteral("GB82WEST12345698765432"),
        QStringLiteral("GB29NWBK60161331926819"),
        QStringLiteral("FR1420041010050500013M02606"),
        QStringLiteral("CH9300762011623852957"),
        QStringLiteral("AT611904300234573201"),
        QStringLiteral("NL91ABNA0417164300"),
        QStringLiteral("ES9121000418450200051332"),
        QStringLiteral("IT60X0542811101000000123456"),
        QStringLiteral("BE68539007547034"),
    };
    return accounts;
}

/// How long an account is, by country; 0 for countries without IBANs.
int accountLength(const QString& country)
{
    static const QHash<QString, int> lengths = [] {
        QHash<QString, int> table;
        const QString entries = QStringLiteral(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 "
            "DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 "
            "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 "
            "MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 "
            "TR26 UA29 VG24 XK20");
        for (const QString& entry : entries.split(QLatin1Char(' ')))
            table.insert(entry.first(2), entry.sliced(2).toInt());
        return table;
    }();
    return lengths.value(country);
}

/// The first four characters moved to the end and letters read as 10 to 35: 1 modulo 97.
bool hasRightRemainder(const QString& account)
{
    int remainder = 0;
    for (QChar c : QString(account.sliced(4) + account.first(4))) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - 'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
}

} // namespace

std::vector<SensitivePart> cardNumbersIn(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w.-])(?:[2-6][0-9]{3}([ -]?)[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}|"
                       "3[0-9]{3}([ -]?)[0-9]{6}\\2[0-9]{4,5})(?![\\w-]|\\.[0-9])"));
    std::vector<SensitivePart> parts;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString digits = withoutGaps(match.captured());
        if (isOfIssuer(digits) && hasRightCheckDigit(digits) && !numbersForTests().contains(digits))
            parts.push_back(
                {QStringLiteral("card number"), match.capturedStart(), match.capturedLength()});
    }
    return parts;
}

std::vector<SensitivePart> bankAccountsIn(const QString& text)
{
    static const QRegularExpression start(
        QStringLiteral("(?<![A-Za-z0-9_])[A-Z]{2}[0-9]{2}(?=[ ]?[A-Z0-9]{4})"));
    std::vector<SensitivePart> parts;
    for (auto it = start.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int length = accountLength(match.captured().first(2));
        QString account;
        qsizetype end = match.capturedStart();
        for (; end < text.size() && account.size() < length; ++end) {
            const QChar c = text[end];
            const bool isPart = (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                                (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
            if (isPart)
                account += c;
            else if (c != QLatin1Char(' ') || text[end - 1] == QLatin1Char(' '))
                break;
        }
        const bool goesOn = end < text.size() && text[end].isLetterOrNumber();
        if (length > 0 && account.size() == length && !goesOn && hasRightRemainder(account) &&
            !accountsForExamples().contains(account))
            parts.push_back({QStringLiteral("bank account"), match.capturedStart(),
                             end - match.capturedStart()});
    }
    return parts;
}

} // namespace cadastre
