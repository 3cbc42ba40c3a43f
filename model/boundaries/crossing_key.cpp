// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The text form of crossing keys and the words for their kinds; see the header.
#include "model/boundaries/crossing_key.h"

#include <array>

namespace cadastre {

namespace {

/// In the order of the enumeration.
constexpr std::array crossingKindWords{
    "foreign-key", "cascade",     "logical",    "read", "contract-read", "write",
    "call",        "write-grant", "read-grant", "type", "copy",
};
static_assert(crossingKindWords.size() == crossingKindCount);

const QLatin1String crossingArrow(" -> ");

struct KeyTextEnds
{
    ObjectKey from;
    ObjectKey into;
};

std::optional<KeyTextEnds> crossingEndsOf(QStringView from, QStringView into)
{
    const Result<ObjectKey> fromKey = ObjectKey::fromString(from.trimmed());
    const Result<ObjectKey> intoKey = ObjectKey::fromString(into.trimmed());
    if (!fromKey || !intoKey)
        return std::nullopt;
    return KeyTextEnds{*fromKey, *intoKey};
}

/// Splits at the arrow that leaves two keys; names and argument types may hold arrows themselves,
/// so that canonical keys are preferred over what merely can be read.
std::optional<KeyTextEnds> splitCrossingEnds(QStringView text)
{
    std::optional<KeyTextEnds> readable;
    for (qsizetype at = text.indexOf(crossingArrow); at >= 0;
         at = text.indexOf(crossingArrow, at + 1)) {
        const QStringView from = text.first(at);
        const QStringView into = text.sliced(at + crossingArrow.size());
        const auto ends = crossingEndsOf(from, into);
        if (ends && ends->from.toString() == from && ends->into.toString() == into)
            return ends;
        if (!readable)
            readable = ends;
    }
    return readable;
}

Error notACrossing(QStringView text, const QString& why)
{
    return {QStringLiteral("\"%1\" is not a crossing: %2. Write it as in \"read "
                           "shop/view:support.v_a -> shop/table:billing.b\".")
                .arg(text, why),
            {}};
}

} // namespace

size_t qHash(const CrossingKey& key, size_t seed) noexcept
{
    return qHashMulti(seed, static_cast<int>(key.kind), key.from, key.into);
}

QString crossingKeyText(const CrossingKey& key)
{
    return crossingKindName(key.kind) + QLatin1Char(' ') + key.from.toString() + crossingArrow +
           key.into.toString();
}

Result<CrossingKey> crossingKeyFromText(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype blank = trimmed.indexOf(QLatin1Char(' '));
    if (blank < 0)
        return notACrossing(text, QStringLiteral("it has no kind and no two objects"));
    const auto kind = crossingKindFromName(trimmed.first(blank));
    if (!kind)
        return notACrossing(
            text, QStringLiteral("\"%1\" is no kind of crossing").arg(trimmed.first(blank)));
    const QStringView rest = trimmed.sliced(blank + 1);
    if (rest.indexOf(crossingArrow) < 0)
        return notACrossing(text, QStringLiteral("there is no \"->\" between two objects"));
    const auto ends = splitCrossingEnds(rest);
    if (!ends)
        return notACrossing(text,
                            QStringLiteral("what stands beside \"->\" is not an object name"));
    return CrossingKey{*kind, ends->from, ends->into};
}

QString crossingKindName(CrossingKind kind)
{
    return QString::fromLatin1(crossingKindWords[static_cast<std::size_t>(kind)]);
}

std::optional<CrossingKind> crossingKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < crossingKindWords.size(); ++i) {
        if (name == QLatin1String(crossingKindWords[i]))
            return static_cast<CrossingKind>(i);
    }
    return std::nullopt;
}

QString crossingKindTitle(CrossingKind kind)
{
    switch (kind) {
    case CrossingKind::ForeignKey:
        return QStringLiteral("Foreign key");
    case CrossingKind::Cascade:
        return QStringLiteral("Cascade");
    case CrossingKind::Logical:
        return QStringLiteral("Logical reference");
    case CrossingKind::Read:
        return QStringLiteral("Reads a private object");
    case CrossingKind::ContractRead:
        return QStringLiteral("Reads through a contract");
    case CrossingKind::Write:
        return QStringLiteral("Writes");
    case CrossingKind::Call:
        return QStringLiteral("Calls a routine");
    case CrossingKind::WriteGrant:
        return QStringLiteral("Role may write");
    case CrossingKind::ReadGrant:
        return QStringLiteral("Role may read a private object");
    case CrossingKind::Type:
        return QStringLiteral("Uses a type");
    case CrossingKind::Copy:
        return QStringLiteral("Copies or forwards");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
