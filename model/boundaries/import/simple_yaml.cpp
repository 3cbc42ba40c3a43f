// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads nested blocks of YAML line by line; see the header. Scalars live in simple_yaml_scalar.cpp.
#include "model/boundaries/import/simple_yaml.h"

#include "model/boundaries/import/simple_yaml_scalar.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int deepestBlock = 50;

struct YamlLine
{
    int number = 0;
    qsizetype indent = 0;
    QString text; ///< behind the indent

    [[nodiscard]] bool isContent() const
    {
        return !text.isEmpty() && !text.startsWith(QLatin1Char('#'));
    }
    [[nodiscard]] bool isItem() const
    {
        return text == QLatin1String("-") || text.startsWith(QLatin1String("- "));
    }
};

class YamlReader
{
public:
    explicit YamlReader(const QString& text)
    {
        int number = 0;
        for (QString line : text.split(QLatin1Char('\n'))) {
            while (!line.isEmpty() && line.back().isSpace())
                line.chop(1);
            const auto first =
                std::ranges::find_if(line, [](QChar c) { return c != QLatin1Char(' '); });
            const qsizetype indent = first - line.begin();
            m_lines.push_back({++number, indent, line.sliced(indent)});
        }
    }

    std::optional<YamlNode> member(QLatin1String name, std::optional<YamlProblem>& problem)
    {
        for (m_at = 0; m_at < m_lines.size(); ++m_at) {
            const YamlLine& line = m_lines[m_at];
            if (line.indent != 0 || !line.isContent() || line.isItem())
                continue;
            const auto entry = yamlEntry(line.text);
            if (!entry || entry->name != name)
                continue;
            YamlNode value = readValue(entry->value, 0);
            const YamlLine* rest = peek();
            if (!m_problem && rest && rest->indent > 0)
                fail(rest->number, QStringLiteral("an indentation that fits nothing above it"));
            problem = m_problem;
            return value;
        }
        return std::nullopt;
    }

private:
    /// The next line with content; null at the end, and when something went wrong.
    const YamlLine* peek()
    {
        while (m_at < m_lines.size() && !m_lines[m_at].isContent())
            ++m_at;
        if (m_problem || m_at >= m_lines.size())
            return nullptr;
        const YamlLine& line = m_lines[m_at];
        if (line.text.startsWith(QLatin1Char('\t'))) {
            fail(line.number, QStringLiteral("a tab in the indentation; use blanks"));
            return nullptr;
        }
        return &line;
    }

    void fail(int line, const QString& what)
    {
        if (!m_problem)
            m_problem = YamlProblem{line, what};
    }

    YamlNode nothing() const
    {
        YamlNode node;
        node.line = m_lines[std::min(m_at, m_lines.size() - 1)].number;
        return node;
    }

    /// Behind a name and a colon, or a dash, in a block of that indent.
    YamlNode readValue(const QString& rest, qsizetype indent)
    {
        const int number = m_lines[m_at].number;
        ++m_at;
        if (isYamlBlockText(rest))
            return readBlockText(rest, indent, number);
        if (!rest.isEmpty())
            return readScalar(rest, number);
        const YamlLine* next = peek();
        if (next && (next->indent > indent || (next->indent == indent && next->isItem())))
            return readBlock(next->indent);
        YamlNode node;
        node.line = number;
        return node;
    }

    YamlNode readBlock(qsizetype indent)
    {
        const YamlLine* line = peek();
        if (line && m_depth >= deepestBlock)
            fail(line->number, QStringLiteral("blocks that are nested too deeply"));
        if (!line || m_problem)
            return nothing();
        ++m_depth;
        YamlNode block = readKnownBlock(*line, indent);
        --m_depth;
        return block;
    }

    YamlNode readKnownBlock(const YamlLine& first, qsizetype indent)
    {
        if (first.isItem())
            return readList(indent);
        if (yamlEntry(first.text))
            return readMap(indent);
        const int number = first.number;
        const QString text = first.text;
        ++m_at;
        return readScalar(text, number);
    }

    YamlNode readList(qsizetype indent)
    {
        YamlNode list{YamlNode::Kind::List, m_lines[m_at].number, {}, {}, {}};
        while (const YamlLine* line = peek()) {
            if (line->indent != indent || !line->isItem())
                break;
            list.items.push_back(readItem(indent));
        }
        checkIndent(indent);
        return list;
    }

    /// A map or list that begins behind the dash is a block indented by what stands before it.
    YamlNode readItem(qsizetype indent)
    {
        YamlLine& line = m_lines[m_at];
        qsizetype start = 1;
        while (start < line.text.size() && line.text[start] == QLatin1Char(' '))
            ++start;
        const QString rest = line.text.sliced(start);
        if (rest.startsWith(QLatin1Char('#')) || rest.isEmpty())
            return readNestedItem(indent);
        const YamlLine inner{line.number, indent + start, rest};
        if (!inner.isItem() && !yamlEntry(rest))
            return readValue(rest, indent);
        line = inner;
        return readBlock(inner.indent);
    }

    YamlNode readNestedItem(qsizetype indent)
    {
        const int number = m_lines[m_at].number;
        ++m_at;
        const YamlLine* next = peek();
        if (next && next->indent > indent)
            return readBlock(next->indent);
        YamlNode node;
        node.line = number;
        return node;
    }

    YamlNode readMap(qsizetype indent)
    {
        YamlNode map{YamlNode::Kind::Map, m_lines[m_at].number, {}, {}, {}};
        while (const YamlLine* line = peek()) {
            if (line->indent != indent || line->isItem())
                break;
            const auto entry = yamlEntry(line->text);
            if (!entry) {
                fail(line->number, QStringLiteral("text without a name and a colon before it"));
                break;
            }
            if (std::ranges::find(map.names, entry->name) != map.names.end()) {
                fail(line->number, QStringLiteral("%1 for the second time").arg(entry->name));
                break;
            }
            map.names.push_back(entry->name);
            map.items.push_back(readValue(entry->value, indent));
        }
        checkIndent(indent);
        return map;
    }

    void checkIndent(qsizetype indent)
    {
        const YamlLine* next = peek();
        if (next && next->indent > indent)
            fail(next->number, QStringLiteral("an indentation that fits nothing above it"));
    }

    YamlNode readScalar(const QString& text, int number)
    {
        YamlNode node;
        if (const auto what = readYamlScalar(text, node))
            fail(number, *what);
        node.line = number;
        for (YamlNode& item : node.items)
            item.line = number;
        return node;
    }

    /// Lines as they are (`|`), or joined by blanks (`>`); always without the last line break.
    YamlNode readBlockText(const QString& mark, qsizetype indent, int number)
    {
        YamlNode node{YamlNode::Kind::Scalar, number, {}, {}, {}};
        QStringList lines;
        std::optional<qsizetype> inner;
        while (m_at < m_lines.size()) {
            const YamlLine& line = m_lines[m_at];
            if (!line.text.isEmpty() && line.indent <= indent)
                break;
            if (!line.text.isEmpty() && !inner)
                inner = line.indent;
            const qsizetype more = line.text.isEmpty() ? 0 : line.indent - *inner;
            lines << QString(more, QLatin1Char(' ')) + line.text;
            ++m_at;
        }
        while (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        const bool isFolded = mark.startsWith(QLatin1Char('>'));
        node.text = lines.join(isFolded ? QLatin1Char(' ') : QLatin1Char('\n'));
        return node;
    }

    std::vector<YamlLine> m_lines;
    std::size_t m_at = 0;
    int m_depth = 0; ///< of blocks that are being read
    std::optional<YamlProblem> m_problem;
};

} // namespace

const YamlNode* YamlNode::member(QLatin1String name) const
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return &items[i];
    }
    return nullptr;
}

std::optional<YamlNode> readYamlMember(const QString& text, QLatin1String name,
                                       std::optional<YamlProblem>& problem)
{
    return YamlReader(text).member(name, problem);
}

} // namespace cadastre
