// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes type texts apart: prefix, word, parentheses, modifiers, dimensions. The words themselves
// are a table in type_words.h.
#include "model/relations/type_families.h"

#include "model/relations/type_words.h"

namespace cadastre {

namespace {

/// What a type text begins with.
struct TypeHead
{
    const TypeWord* word = nullptr; ///< null for an unknown one
    QStringView rest;               ///< behind the word
    bool isArray = false;
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

/// `ext.citext` -> `citext`: servers put the schema before a type that is not on the search path.
QStringView withoutSchema(QStringView type)
{
    const qsizetype end = type.indexOf(QLatin1Char('('));
    const QStringView head = end < 0 ? type : type.first(end);
    const qsizetype dot = head.lastIndexOf(QLatin1Char('.'));
    return dot < 0 ? type : type.sliced(dot + 1);
}

const TypeWord* findTypeWord(QStringView word)
{
    std::array<char, 24> lower{};
    if (word.isEmpty() || word.size() >= static_cast<qsizetype>(lower.size()))
        return nullptr;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t c = word[i].unicode();
        if (c > 127)
            return nullptr;
        lower[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    const std::string_view text(lower.data(), static_cast<std::size_t>(word.size()));
    const auto found = std::ranges::lower_bound(typeWords, text, {}, &TypeWord::word);
    return found != typeWords.end() && found->word == text ? &*found : nullptr;
}

TypeHead headOf(QStringView type)
{
    TypeHead head;
    type = type.trimmed();
    // SQL Server scripts leave [int] behind in SQLite files: a quoted name, no array
    head.isArray = type.endsWith(QLatin1Char(']')) && type.indexOf(QLatin1Char('[')) > 0;
    // "char" in quotes is a type of PostgreSQL of its own: one byte
    if (type.startsWith(QStringLiteral("\"char\""))) {
        head.word = findTypeWord(u"name");
        head.rest = type.sliced(6);
        return head;
    }
    type = withoutSchema(type);
    qsizetype length = 0;
    while (length < type.size() && isWordCharacter(type[length]))
        ++length;
    head.word = findTypeWord(type.first(length));
    head.rest = type.sliced(length);
    return head;
}

bool containsAnyWord(QStringView text, std::initializer_list<QLatin1String> words)
{
    return std::ranges::any_of(
        words, [&](QLatin1String word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// Any text is a type in SQLite. The order is that of "Datatypes In SQLite" 3.1, after the words
/// by which people mean more than an affinity.
TypeFamily familyOfFreeText(QStringView type)
{
    if (containsAnyWord(type, {QLatin1String("uuid"), QLatin1String("guid")}))
        return TypeFamily::Uuid;
    if (containsAnyWord(type, {QLatin1String("bool")}))
        return TypeFamily::Bool;
    if (containsAnyWord(type, {QLatin1String("date"), QLatin1String("time")}))
        return TypeFamily::Date;
    if (containsAnyWord(type, {QLatin1String("int"), QLatin1String("serial")}))
        return TypeFamily::Number;
    if (containsAnyWord(type, {QLatin1String("char"), QLatin1String("clob"), QLatin1String("text"),
                               QLatin1String("string")}))
        return TypeFamily::Text;
    if (containsAnyWord(type, {QLatin1String("blob"), QLatin1String("binary")}))
        return TypeFamily::Binary;
    if (containsAnyWord(type, {QLatin1String("real"), QLatin1String("floa"), QLatin1String("doub"),
                               QLatin1String("num"), QLatin1String("dec"), QLatin1String("money")}))
        return TypeFamily::Number;
    return TypeFamily::Unknown;
}

bool isMariaDbLike(Engine engine)
{
    return engine == Engine::MariaDb || engine == Engine::MySql;
}

TypeFamily familyOfText(QStringView type, Engine engine)
{
    const TypeHead head = headOf(type);
    if (head.isArray)
        return TypeFamily::Array;
    if (!head.word)
        return engine == Engine::Sqlite ? familyOfFreeText(type) : TypeFamily::Unknown;
    const bool isOneWide = head.rest.startsWith(QLatin1String("(1)"));
    const bool isBit = head.word->word == "bit";
    if (isMariaDbLike(engine) && isOneWide && (isBit || head.word->word == "tinyint"))
        return TypeFamily::Bool;
    if (engine == Engine::Sqlite && isBit)
        return TypeFamily::Bool;
    return head.word->family;
}

TypeFamily familyOfUserType(const UserType& type, QStringView text, Engine engine)
{
    switch (type.kind) {
    case TypeKind::Enum:
        return TypeFamily::Enum;
    case TypeKind::Domain:
        return familyOfText(type.baseType, engine);
    case TypeKind::Composite:
    case TypeKind::Range:
        return TypeFamily::Other;
    case TypeKind::Base:
    case TypeKind::Unknown:
        return familyOfText(text, engine);
    }
    Q_UNREACHABLE();
}

std::optional<int> numberAt(const QStringList& numbers, qsizetype index)
{
    bool isNumber = false;
    const int number = numbers.value(index).trimmed().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void readParentheses(QStringView rest, TypeShape& shape)
{
    const qsizetype open = rest.indexOf(QLatin1Char('('));
    const qsizetype close = rest.indexOf(QLatin1Char(')'), open);
    if (open < 0 || close < 0 || shape.family == TypeFamily::Enum)
        return;
    const QStringList numbers =
        rest.sliced(open + 1, close - open - 1).toString().split(QLatin1Char(','));
    shape.length = numberAt(numbers, 0);
    shape.scale = numberAt(numbers, 1);
}

QString unitedName(const TypeHead& head, QStringView type)
{
    if (!head.word)
        return type.toString();
    if (type.trimmed().startsWith(QLatin1Char('"')))
        return QStringLiteral("\"char\"");
    const QString name =
        QString::fromLatin1(head.word->name.data(), static_cast<qsizetype>(head.word->name.size()));
    if (head.rest.contains(QLatin1String("varying"), Qt::CaseInsensitive))
        return name == QStringLiteral("bit") ? QStringLiteral("varbit") : QStringLiteral("varchar");
    if (head.rest.contains(QLatin1String("with time zone"), Qt::CaseInsensitive))
        return QString(name + QStringLiteral("tz"));
    return name;
}

} // namespace

QString typeFamilyName(TypeFamily family)
{
    static const std::array<QString, typeFamilyCount> names{
        QStringLiteral("unknown"), QStringLiteral("number"), QStringLiteral("boolean"),
        QStringLiteral("uuid"),    QStringLiteral("text"),   QStringLiteral("binary"),
        QStringLiteral("date"),    QStringLiteral("enum"),   QStringLiteral("document"),
        QStringLiteral("array"),   QStringLiteral("other"),
    };
    return names[static_cast<std::size_t>(family)];
}

TypeShape typeShape(QStringView type, Engine engine)
{
    TypeShape shape;
    const TypeHead head = headOf(type);
    shape.family = familyOfText(type, engine);
    shape.dimensions = static_cast<int>(type.count(QLatin1Char('[')));
    if (!head.isArray)
        shape.dimensions = 0;
    shape.name = unitedName(head, head.isArray ? type.first(type.indexOf(QLatin1Char('['))) : type);
    readParentheses(head.rest, shape);
    shape.isUnsigned = head.rest.contains(QLatin1String("unsigned"), Qt::CaseInsensitive) ||
                       head.rest.contains(QLatin1String("zerofill"), Qt::CaseInsensitive);
    return shape;
}

TypeShape typeShape(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    const Engine engine = catalog.source(catalog.sourceOf(column.table)).engine;
    if (column.userType && !column.type.endsWith(QLatin1Char(']'))) {
        const UserType& type = catalog.type(*column.userType);
        if (type.kind == TypeKind::Domain)
            return typeShape(type.baseType, engine);
        TypeShape shape = typeShape(column.type, engine);
        shape.family = typeFamily(column, catalog);
        if (type.kind != TypeKind::Base)
            shape.name = column.type;
        return shape;
    }
    return typeShape(column.type, engine);
}

TypeFamily typeFamily(const Column& column, const Catalog& catalog)
{
    const Engine engine = catalog.source(catalog.sourceOf(column.table)).engine;
    if (column.userType && !column.type.endsWith(QLatin1Char(']')))
        return familyOfUserType(catalog.type(*column.userType), column.type, engine);
    return familyOfText(column.type, engine);
}

} // namespace cadastre
