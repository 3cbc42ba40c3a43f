// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Result<T>: a value or an Error. Errors carry one sentence a person can act on and, apart, the
// technical detail. Names follow std::expected; nothing here throws.
#pragma once

#include <QString>

#include <cstdint>
#include <utility>
#include <variant>

namespace cadastre {

/// What a caller may do about an error beside showing it.
enum class ErrorKind : std::uint8_t {
    Other,
    PasswordNeeded, ///< the server wants a password, or another one
    Cancelled,      ///< a person stopped the work; nothing to report
};

/// What went wrong: `message` is one sentence for a person that names the object and says what to
/// do; `detail` is the technical rest (SQL, path, server text), possibly empty. Neither ever
/// contains a password.
struct Error
{
    QString message;
    QString detail;
    ErrorKind kind = ErrorKind::Other;

    bool operator==(const Error&) const = default;
};

/// Stands for success without a value.
using Nothing = std::monostate;

template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// The value; only to be called when has_value().
    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T& value() &
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        Q_ASSERT(has_value());
        return std::get<0>(std::move(m_state));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    /// The error; only to be called when not has_value().
    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(!has_value());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
inline Result<Nothing> ok()
{
    return Nothing{};
}

} // namespace cadastre
