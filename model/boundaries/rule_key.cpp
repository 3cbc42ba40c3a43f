// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Prints and reads rule keys; see the header.
#include "model/boundaries/rule_key.h"

#include <algorithm>

namespace cadastre {

namespace {

const QLatin1String ruleArrow(" -> ");
const QLatin1String ruleKindMark(" : ");

bool isPlainRuleName(const QString& name)
{
    const auto isSpecial = [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char('\\') || c == QLatin1Char(':') ||
               c == QLatin1Char('>') || c.category() == QChar::Other_Control;
    };
    return !name.isEmpty() && name == name.trimmed() && std::ranges::none_of(name, isSpecial);
}

QString printedRuleName(const QString& name)
{
    return isPlainRuleName(name) ? name : quotedKeyPart(name);
}

Error notARule(QStringView text, const QString& why)
{
    return {QStringLiteral("\"%1\" is not a rule: %2. Write it as in \"ordering -> billing\" or "
                           "\"* -> billing : write\".")
                .arg(text, why),
            {}};
}

/// Takes a name and what follows it, up to one of the marks, off the front; absent when quotes do
/// not fit.
std::optional<QString> takeRuleName(QStringView& rest, QLatin1String mark)
{
    rest = rest.trimmed();
    if (!rest.startsWith(QLatin1Char('"'))) {
        const qsizetype at = rest.indexOf(mark);
        const QStringView name = (at < 0 ? rest : rest.first(at)).trimmed();
        rest = at < 0 ? QStringView() : rest.sliced(at);
        return name.isEmpty() ? std::nullopt : std::optional(name.toString());
    }
    qsizetype end = 1;
    while (end < rest.size() && rest[end] != QLatin1Char('"'))
        end += 1;
    while (end + 1 < rest.size() && rest[end + 1] == QLatin1Char('"')) {
        end += 2; // a doubled quote
        while (end < rest.size() && rest[end] != QLatin1Char('"'))
            end += 1;
    }
    if (end >= rest.size())
        return std::nullopt;
    const QStringView quoted = rest.first(end + 1);
    const Result<ObjectKey> key =
        ObjectKey::fromString(QString(QLatin1String("boundary:") + quoted.toString()));
    rest = rest.sliced(end + 1);
    if (!key || key->parts.size() != 1)
        return std::nullopt;
    return key->parts.first();
}

} // namespace

QString ruleKeyText(const RuleKey& key)
{
    const QString text = printedRuleName(key.from) + ruleArrow + printedRuleName(key.to);
    return key.kind ? QString(text + ruleKindMark + crossingKindName(*key.kind)) : text;
}

Result<RuleKey> ruleKeyFromText(QStringView text)
{
    QStringView rest = text;
    RuleKey key;
    const auto from = takeRuleName(rest, ruleArrow);
    if (!from || !rest.startsWith(ruleArrow))
        return notARule(text, QStringLiteral("there is no \"->\" between two names"));
    rest = rest.sliced(ruleArrow.size());
    const auto into = takeRuleName(rest, ruleKindMark);
    if (!into)
        return notARule(text, QStringLiteral("the second name is missing or not closed"));
    key.from = *from;
    key.to = *into;
    rest = rest.trimmed();
    if (rest.isEmpty())
        return key;
    if (!rest.startsWith(QLatin1Char(':')))
        return notARule(text, QStringLiteral("something stands behind the second name"));
    const QStringView word = rest.sliced(1).trimmed();
    key.kind = crossingKindFromName(word);
    if (!key.kind)
        return notARule(text, QStringLiteral("\"%1\" is no kind of crossing").arg(word));
    return key;
}

} // namespace cadastre
