// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parser of CHECK expressions: conditions in check_expression.cpp, what stands between
// operators in check_values.cpp. Only these two files include it.
#pragma once

#include "model/relations/sql/check_expression.h"

#include "model/dialect/mariadb_tokens.h"

namespace cadastre {

/// A recursive descent over the tokens; after a fault everything is Other.
class CheckParser
{
public:
    using Token = mariadb::Token;

    explicit CheckParser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }
    CheckTerm run();

private:
    using TokenKind = mariadb::TokenKind;
    using enum CheckTermKind;

    [[nodiscard]] const Token& token(std::size_t offset = 0) const;
    [[nodiscard]] bool is(const char* word, std::size_t offset = 0) const;
    bool accept(const char* word) { return is(word) && step(); }
    bool acceptSymbol(char symbol) { return token().isSymbol(symbol) && step(); }
    bool step(std::size_t count = 1);
    void expect(bool done) { m_failed = m_failed || !done; }
    CheckTerm disjunction();
    CheckTerm conjunction();
    CheckTerm negation();
    CheckTerm comparison();
    CheckTerm comparisonRest(CheckTerm left);
    /// Behind `=`, also `==` and `= ANY (ARRAY[..])`.
    CheckTerm equality(CheckTerm left);
    static CheckTerm inList(CheckTerm left, CheckTerm list);
    CheckTerm skippedComparison();
    /// Any other operator between two sums.
    CheckTerm operatorRest(CheckTerm left);
    CheckTerm sum();
    CheckTerm value();
    /// `character varying(10)[]`, `pg_catalog.text`, `"char"`.
    void skipType();
    [[nodiscard]] bool isOperatorWord() const;
    CheckTerm list(char end);
    CheckTerm primary();
    /// Only CASE WHEN: another one is Other.
    CheckTerm caseTerm();
    CheckTerm nameOrCall();

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    bool m_failed = false;
    int m_depth = 0;
};

} // namespace cadastre
